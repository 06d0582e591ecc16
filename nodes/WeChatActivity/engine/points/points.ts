import type { Book } from '../book';
import { clockText } from '../day';
import { pointsOf } from '../book';
import type { ActivityRow, RowData } from '../row';
import type { ActivityEvent, Step, Values } from '../step';
import {
	account,
	LEDGER_TYPES,
	type Account,
	type EntryOutcome,
	type PointsRules,
} from './account';
import { tierOf, type Tier } from './tiers';

export type PointsStatus = EntryOutcome | 'balance';

export interface LedgerRules extends PointsRules {
	tiers: Tier[];
}

/** What a person has, for replies. */
export function standingValues(
	{ balance, earned, spent, expired, nextToExpire }: Account,
	tiers: Tier[],
): Values {
	return {
		balance,
		earned,
		spent,
		expired,
		expiring: nextToExpire?.points ?? 0,
		expiringAt: nextToExpire ? clockText(nextToExpire.at) : '',
		...tierOf(balance, tiers),
	};
}

/** What is entered into the ledger: points to add or spend, or the key of the row to reverse. */
export type LedgerEntry =
	| { type: 'points' | 'spend'; amount: number; reason: string }
	| { type: 'reversal'; reverses: string; reason: string };

/**
 * Enters something into the ledger of a person. Key `activity|openId|type|event`. An entry that is refused
 * is kept with 0 points: an earlier one may still arrive and change the verdict.
 */
export function enter(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	entry: LedgerEntry,
	rules: LedgerRules,
): Step<PointsStatus> {
	const { type, ...details } = entry;
	const key = `${activityId}|${event.openId}|${type}|${event.key}`;
	const rows = book.of(event.openId, activityId);
	const known = book.get(key);
	const data: RowData = details;
	const draft: ActivityRow = {
		key,
		activityId,
		openId: event.openId,
		type,
		points: 0,
		data,
		at: event.at,
	};
	const latest = Math.max(event.at, rows.at(-1)?.at ?? event.at);
	const state = account(known ? rows : [...rows, draft], rules, latest);
	const ledgerRows = rows.filter((row) => LEDGER_TYPES.has(row.type));
	const points = state.booked - pointsOf(ledgerRows);
	return {
		status: state.results.get(key) ?? 'added',
		values: {
			points: 'amount' in entry ? entry.amount : 0,
			reason: entry.reason,
			...standingValues(state, rules.tiers),
		},
		rows: known ? [] : [{ ...draft, points }],
	};
}

/** The balance of a person; changes nothing. */
export function balanceOf(
	book: Book,
	activityId: string,
	openId: string,
	now: number,
	rules: LedgerRules,
): Step<PointsStatus> {
	const rows = book.of(openId, activityId).filter(({ at }) => at <= now);
	const state = account(rows, rules, now);
	return {
		status: 'balance',
		values: { points: 0, ...standingValues(state, rules.tiers) },
		rows: [],
	};
}
