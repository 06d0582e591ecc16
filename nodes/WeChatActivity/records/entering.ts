import { readOne, type Records } from '../../shared/records/port';
import { activityRows } from '../../shared/records/tables/activityRows';
import { Book } from '../engine/book';
import { entryCode } from '../engine/lottery/closing';
import { enterLottery, type EntryStatus } from '../engine/lottery/entry';
import type { ActivityEvent, Step } from '../engine/step';
import { readClosing, readList } from './closingRows';
import { fromLedger, toLedger } from './ledger';
import { requireRound, type RoundRow } from './rounds';

/** The key of an entry, as the engine makes it. */
const entryKey = (activityId: string, openId: string): string => `${activityId}|${openId}|entry`;

/**
 * Enters a person into a round, once. Entries are closed by a first write that ends *open*, and listed after it:
 * an entry that finds the round open after it was written is on the list. What comes too late is told so, or finds
 * itself on the list.
 */
export async function enterRound(
	records: Records,
	round: RoundRow,
	event: ActivityEvent,
): Promise<Step<EntryStatus>> {
	const { activityId, status } = round;
	const step = await stepOf(records, round, event);
	if (status === 'opening') return { ...step, status: 'notOpen', rows: [] };
	if (status !== 'open') return await afterClosing(records, round, event, step);
	if (step.rows.length === 0) return step;
	await records.add(
		activityRows,
		step.rows.map((row) => toLedger(row)),
	);
	const now = await requireRound(records, activityId);
	return now.status === 'open' ? step : await afterClosing(records, now, event, step);
}

/** What the engine says; who is in already stays in. */
async function stepOf(
	records: Records,
	{ activityId, startsAt, endsAt }: RoundRow,
	event: ActivityEvent,
): Promise<Step<EntryStatus>> {
	const known = await readOne(records, activityRows, { key: entryKey(activityId, event.openId) });
	const window = known ? {} : { startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined };
	const book = new Book(known ? [fromLedger(known)] : []);
	const step = enterLottery(book, activityId, event, { ...window, limit: 'once' });
	return { ...step, values: { ...step.values, points: 0 } };
}

/** Only who is on the list is in. */
async function afterClosing(
	records: Records,
	round: RoundRow,
	{ openId }: ActivityEvent,
	step: Step<EntryStatus>,
): Promise<Step<EntryStatus>> {
	const closing = readClosing(round);
	const code = entryCode(round.activityId, openId);
	const list = closing ? await readList(records, closing) : [];
	return { ...step, status: list.includes(code) ? 'alreadyEntered' : 'closed', rows: [] };
}
