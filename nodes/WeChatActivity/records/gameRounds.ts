import { Content } from '../../shared/records/content';
import type { Records } from '../../shared/records/port';
import { plans } from '../../shared/records/tables/plans';
import { rounds } from '../../shared/records/tables/rounds';
import type { ActivityKind } from '../engine/compliance/plan';
import type { Window } from '../engine/step';
import { findRound, roundKey, type RoundRow } from './rounds';

/** The game that an activity ID means. */
export interface Game {
	/** That of the round, where the game was planned and opened. */
	activityId: string;
	/** Whether it is open only while one of its rounds is. */
	isPlanned: boolean;
	/** The latest round; absent until one was opened. */
	round?: RoundRow;
}

/** Tables that are looked at besides those of the game. */
export const ROUND_TABLES = [rounds, plans] as const;

const opened = new Content(rounds, (rows) => rows);
const planned = new Content(plans, (rows) => new Set(rows.map(({ key }) => key)));

function latestOf(
	rows: readonly RoundRow[],
	activityId: string,
	kind: ActivityKind,
): RoundRow | undefined {
	if (activityId === '') return rows.filter((round) => round.kind === kind).at(-1);
	const exact = rows.find(({ key }) => key === roundKey(activityId));
	return exact ?? rows.filter(({ planId }) => planId === activityId).at(-1);
}

/**
 * The game that is meant by an activity ID: of a plan with this ID the latest round, otherwise a game that only its
 * nodes know. Without an ID it is the latest round of a kind. Messages come often, so what was read a few seconds
 * ago does; only where nothing is open it is looked at once more.
 */
export async function gameOf(
	records: Records,
	activityId: string,
	kind: ActivityKind,
): Promise<Game> {
	const known = latestOf(await opened.of(records), activityId, kind);
	if (known?.status === 'open') {
		return { activityId: known.activityId, isPlanned: true, round: known };
	}
	const isPlanned = known !== undefined || activityId === '' || (await isPlan(records, activityId));
	if (!isPlanned) return { activityId, isPlanned };
	const round = await findRound(records, activityId, [kind]);
	return { activityId: round?.activityId ?? activityId, isPlanned, round };
}

const isPlan = async (records: Records, id: string): Promise<boolean> =>
	(await planned.of(records)).has(id);

/** When a game is open: as planned, otherwise as its node says. */
export function windowOf({ isPlanned, round }: Game, own: Window): Window {
	if (!isPlanned) return own;
	if (!round || round.status === 'opening') return { startsAt: Number.POSITIVE_INFINITY };
	if (round.status !== 'open') return { endsAt: Number.NEGATIVE_INFINITY };
	return { startsAt: round.startsAt ?? own.startsAt, endsAt: round.endsAt ?? own.endsAt };
}
