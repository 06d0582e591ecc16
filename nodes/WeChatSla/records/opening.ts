import { readOne, type Records } from '../../shared/records/port';
import type { NewRow, RowOf } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import type { Waiting } from '../engine/waiting';

/** A row of the table of cases. */
export type CaseRow = RowOf<typeof cases>;

interface Opening {
	row: CaseRow;
	/** Whether this message opened the case; also when it is delivered once more. */
	isOpening: boolean;
}

/** The event that a message is. */
const messageEvent = (
	{ caseKey, eventKey, openId, channel, at, text, link }: Waiting,
	tier: string,
): NewRow<typeof caseEvents> => ({
	key: `event:${eventKey}`,
	caseKey,
	openId,
	channel,
	tier,
	kind: 'userMessage',
	at,
	text,
	link,
});

/**
 * Notes a message, and opens its case or joins the open one. What happened is written before the case itself: a
 * run that ends in between leaves what *Check* needs, and the same message can come again at any time.
 */
export async function openCaseOf(
	records: Records,
	waiting: Waiting,
	{ tier, dueAt }: { tier: string; dueAt: number | undefined },
): Promise<Opening> {
	const { caseKey: key, eventKey: openedBy, openId, channel, at, text, link, place } = waiting;
	await records.add(caseEvents, [messageEvent(waiting, tier)]);
	const values = {
		openId,
		channel,
		tier,
		state: 'open',
		openedAt: at,
		openedBy,
		lastAt: at,
		dueAt: dueAt ?? null,
		text,
		link,
		data: { ...place },
	};
	const [added] = await records.add(cases, [{ key, ...values }]);
	if (!added) throw new Error('The store has not answered');
	const { row } = added;
	if (added.isNew || row.openedBy === openedBy) return { row, isOpening: true };
	if (row.state === 'closed' && at >= (row.closedAt ?? 0)) {
		const again = { ...values, closedAt: null, closedBy: '' };
		const [reopened] = await records.claim(cases, { key, state: 'closed' }, again);
		if (reopened) return { row: reopened, isOpening: true };
		// Another message of the follower has opened it at the same moment.
		const open = (await readOne(records, cases, { key })) ?? row;
		return { row: open, isOpening: open.openedBy === openedBy };
	}
	if (row.state === 'open' && at > (row.lastAt ?? 0))
		await records.put(cases, [{ key, lastAt: at, tier }]);
	return { row, isOpening: false };
}
