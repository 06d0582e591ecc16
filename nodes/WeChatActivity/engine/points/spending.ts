import type { Book } from '../book';
import type { RowData } from '../row';
import type { ActivityEvent, Step } from '../step';
import { account } from './account';
import { standingValues, type LedgerRules } from './points';

/** What points are spent on. */
export interface Spending {
	amount: number;
	reason: string;
	/** What else is kept with the row. */
	data?: RowData;
}

/** The key of what an event spends. */
export const spendKey = (activityId: string, { openId, key }: ActivityEvent): string =>
	`${activityId}|${openId}|spend|${key}`;

/**
 * Spends points of a person, if there are enough now: for what is handed out at once, so that nothing that
 * arrives later may change the verdict. The row stands behind all others in time, and nothing is written for
 * what is refused. Key `activity|openId|spend|event`.
 */
export function spendNow(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	{ amount, reason, data = {} }: Spending,
	rules: LedgerRules,
): Step<'insufficient' | 'spent'> {
	const key = spendKey(activityId, event);
	const rows = book.of(event.openId, activityId);
	const latest = rows.at(-1)?.at ?? 0;
	const at = Math.max(event.at, latest + 1);
	const row = {
		key,
		activityId,
		openId: event.openId,
		type: 'spend',
		points: -amount,
		data: { amount, reason, ...data },
		at,
	};
	const isKnown = book.get(key) !== undefined;
	const isEnough = isKnown || account(rows, rules, at).balance >= amount;
	const after = account(isKnown || !isEnough ? rows : [...rows, row], rules, at);
	return {
		status: isEnough ? 'spent' : 'insufficient',
		values: { points: amount, reason, ...standingValues(after, rules.tiers) },
		rows: isKnown || !isEnough ? [] : [row],
	};
}
