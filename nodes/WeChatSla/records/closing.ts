import type { Records } from '../../shared/records/port';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import type { CaseRow } from './opening';

/** How a case ends: a person has answered, or no answer is needed. */
export type Ending = 'answered' | 'resolved';

/** What is written for an ending, in this order. */
const KINDS: Record<Ending, readonly string[]> = {
	answered: ['personReply', 'resolved'],
	resolved: ['resolved'],
};

/**
 * Closes an open case. What happened is written first, under keys that belong to this opening: repeated, it
 * changes nothing.
 *
 * @returns the row as it is then; undefined when it was not open any more
 */
export async function closeCaseOf(
	records: Records,
	{ key: caseKey, openId, channel, openedBy }: CaseRow,
	{ ending, by, at }: { ending: Ending; by: string; at: number },
): Promise<CaseRow | undefined> {
	const rows = KINDS[ending].map((kind) => ({
		key: `close:${kind}:${openedBy}`,
		caseKey,
		openId,
		channel,
		kind,
		at,
	}));
	await records.add(caseEvents, rows);
	const changes = { state: 'closed', closedAt: at, closedBy: by || ending };
	const [closed] = await records.claim(cases, { key: caseKey, state: 'open', openedBy }, changes);
	return closed;
}
