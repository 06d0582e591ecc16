import { DAY_MS } from '../../../shared/calendar/days';
import type { Records } from '../../../shared/records/port';
import type { RowOf } from '../../../shared/records/table';
import type { contacts } from '../../../shared/records/tables/contacts';
import {
	segmentsHistory,
	segmentsHistoryKey,
} from '../../../shared/records/tables/segmentsHistory';
import type { PreviousState } from '../../engine/hysteresis';
import type { ScoredContact } from '../../engine/model';
import { isSegment } from '../../engine/segments';

export type Contact = RowOf<typeof contacts>;
type HistoryRow = RowOf<typeof segmentsHistory>;

/** Whoever has a segment and no history was scored before this node kept one. */
const LONG_AGO_DAYS = 7;

/** The last run before today: so a second run of a day finds what the first one found. */
export async function lastRun(records: Records, today: string): Promise<HistoryRow[]> {
	const [last] = await records.read(segmentsHistory, {
		where: { day: { before: today } },
		newestFirst: true,
		limit: 1,
	});
	return last ? await records.read(segmentsHistory, { where: { day: last.day } }) : [];
}

function stateOf({ segment, pending, pendingRuns, at }: HistoryRow): PreviousState | undefined {
	if (!isSegment(segment)) return undefined;
	const next = isSegment(pending) ? pending : '';
	return { segment, pending: next, pendingRuns: pendingRuns ?? 0, at: at ?? 0 };
}

/**
 * What a run of today has written beside the contacts already, for those who have no history but a segment: it
 * may be the one that this very day gave them.
 */
async function segmentsBefore(
	records: Records,
	people: readonly Contact[],
	history: readonly HistoryRow[],
	today: string,
): Promise<ReadonlyMap<string, string>> {
	const known = new Set(history.map(({ openId }) => openId));
	const scored = people.filter(({ openId, segment }) => isSegment(segment) && !known.has(openId));
	if (scored.length === 0) return new Map();
	const rows = await records.read(segmentsHistory, { where: { day: today } });
	const found = new Map(rows.map(({ openId, previousSegment }) => [openId, previousSegment]));
	return new Map(scored.map(({ openId, segment }) => [openId, found.get(openId) ?? segment]));
}

/** What is known of each follower from before today. */
export async function previousStates(
	records: Records,
	people: readonly Contact[],
	{ now, today }: { now: number; today: string },
	history: readonly HistoryRow[],
): Promise<Map<string, PreviousState>> {
	const states = new Map<string, PreviousState>();
	for (const [openId, segment] of await segmentsBefore(records, people, history, today)) {
		if (!isSegment(segment)) continue;
		states.set(openId, { segment, pending: '', pendingRuns: 0, at: now - LONG_AGO_DAYS * DAY_MS });
	}
	for (const row of history) {
		const state = stateOf(row);
		if (state) states.set(row.openId, state);
	}
	return states;
}

/** What is kept of a follower and a day. */
export function historyRow(scored: ScoredContact, day: string, now: number) {
	const { openId, segment, previousSegment, fineSegment, recencyDays, frequency } = scored;
	const { monetary, rfm, churnRisk, churnWarning, pending, pendingRuns } = scored;
	return {
		key: segmentsHistoryKey(day, openId),
		openId,
		day,
		at: now,
		segment,
		previousSegment,
		fineSegment,
		recencyDays,
		frequency,
		monetary,
		rfm,
		churnRisk,
		isGoingSilent: churnWarning,
		pending,
		pendingRuns,
	};
}
