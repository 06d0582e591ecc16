import { DAY_MS, MINUTE_MS } from '../../shared/calendar/days';
import type { Records } from '../../shared/records/port';
import type { NewRow } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { sent } from '../../shared/records/tables/sent';
import { STAFF_MESSAGE, staffKeyBegin } from '../../shared/staff/keys';
import type { EventRow } from './book';

/** A warning that is to go out. */
export interface Warning {
	/** Identifies it: the same for the same case, clock and status. */
	noticeKey: string;
	caseKey: string;
	openId: string;
	channel: string;
}

/** A run that has claimed a warning has handed it on by then, or has been killed. */
const LEASE_MS = 2 * MINUTE_MS;
/** How often a warning is handed on when nobody sends it. */
const MAX_TURNS = 5;

const rowOf = (
	{ noticeKey, caseKey, openId, channel }: Warning,
	turn: number,
	at: number,
): NewRow<typeof caseEvents> => ({
	key: turn === 1 ? noticeKey : `${noticeKey}#${turn}`,
	caseKey,
	openId,
	channel,
	kind: 'warning',
	at,
});

/** The last turn of a warning, and when it was. */
function lastTurn(
	known: ReadonlyMap<string, EventRow>,
	noticeKey: string,
): { turn: number; at: number } {
	for (let turn = MAX_TURNS; turn > 1; turn--) {
		const row = known.get(`${noticeKey}#${turn}`);
		if (row) return { turn, at: row.at ?? 0 };
	}
	const first = known.get(noticeKey);
	return { turn: first ? 1 : 0, at: first?.at ?? 0 };
}

const TOLD = 'told:';

/** States of what has gone out, or may have. */
const SENT = new Set(['sending', 'sent', 'unknown']);

/** Of some warnings, those that have gone out; noted, so that they are not asked about again. */
async function sentAmong(
	records: Records,
	warnings: ReadonlyArray<Warning & { at: number }>,
	now: number,
): Promise<Set<string>> {
	// Sending goes by the real clock, also where a flow is tried with another time.
	const recent = Date.now() - DAY_MS;
	const from = warnings.reduce((first, { at }) => Math.min(first, at), recent);
	const rows = await records.read(sent, { where: { what: STAFF_MESSAGE, at: { from } } });
	const out = rows.filter(({ state }) => SENT.has(state)).map(({ key }) => key);
	const told = warnings.filter(({ noticeKey }) =>
		out.some((key) => key.startsWith(staffKeyBegin(noticeKey))),
	);
	const notes = told.map((warning) => {
		const row = rowOf(warning, 1, now);
		return { ...row, key: `${TOLD}${warning.noticeKey}`, kind: 'told' };
	});
	if (notes.length > 0) await records.add(caseEvents, notes);
	return new Set(told.map(({ noticeKey }) => noticeKey));
}

/**
 * Takes the warnings that this run is to give: each is claimed by a row before it is given. When *WeChat Staff*
 * follows, what it has sent can be seen; a warning that a killed run has left is given again then.
 *
 * @param events that are known, of all kinds
 * @param isSendSeen whether the node that sends notes it
 */
export async function claimWarnings<W extends Warning>(
	records: Records,
	warnings: readonly W[],
	events: readonly EventRow[],
	{ isSendSeen, now }: { isSendSeen: boolean; now: number },
): Promise<W[]> {
	const known = new Map(events.map((row) => [row.key, row]));
	const turns = warnings.map((warning) => ({ ...warning, ...lastTurn(known, warning.noticeKey) }));
	const left = turns.filter(
		({ turn, at, noticeKey }) =>
			isSendSeen &&
			turn > 0 &&
			turn < MAX_TURNS &&
			at <= now - LEASE_MS &&
			!known.has(`${TOLD}${noticeKey}`),
	);
	const told = left.length > 0 ? await sentAmong(records, left, now) : new Set<string>();
	const due = turns.filter(
		(entry) => entry.turn === 0 || (left.includes(entry) && !told.has(entry.noticeKey)),
	);
	if (due.length === 0) return [];
	const rows = due.map((warning) => rowOf(warning, warning.turn + 1, now));
	const added = await records.add(caseEvents, rows);
	return due.filter((_, position) => added[position]?.isNew);
}
