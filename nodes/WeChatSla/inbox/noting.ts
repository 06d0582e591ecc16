import { answeredRow } from '../../shared/comment/answer';
import { readOne, type Records } from '../../shared/records/port';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { comments } from '../../shared/records/tables/comments';
import { closeCaseOf } from '../records/closing';
import type { CaseRow } from '../records/opening';
import { UNSURE } from './conversation';
import type { Ready } from './message';

/** An answer that was written. */
export interface Written {
	text: string;
	/** Who wrote it; may be empty. */
	by: string;
	/** When it was sent from the page, epoch milliseconds. */
	at: number;
	/** When the follower had last written, as the page knew. */
	seenAt: number;
}

/** Who closed a case, where nobody gave a name. */
const SOMEBODY = 'reply';

const eventOf = (
	{ key: caseKey, openId, channel }: CaseRow,
	{ outgoing }: Ready,
	kind: string,
	{ text, at }: Written,
) => ({ key: `${kind}:${outgoing.key}`, caseKey, openId, channel, kind, at, text });

/**
 * Notes an answer that went out, as the reply of a person, and closes the case. Noted again it changes nothing.
 *
 * @returns whether it stays open, as the follower has written meanwhile
 */
export async function noteAnswer(
	records: Records,
	row: CaseRow,
	ready: Ready,
	written: Written,
): Promise<{ staysOpen: boolean }> {
	const { by, at, text, seenAt } = written;
	await records.add(caseEvents, [eventOf(row, ready, 'personReply', written)]);
	if (ready.comment && (await records.existing([comments])).length > 0) {
		await records.put(comments, [answeredRow(ready.comment, { reply: text, at, by: 'person' })]);
	}
	const open = await readOne(records, cases, { key: row.key, state: 'open' });
	if (!open) return { staysOpen: false };
	if ((open.lastAt ?? 0) > seenAt) return { staysOpen: true };
	await closeCaseOf(records, open, { ending: 'resolved', by: by || SOMEBODY, at });
	return { staysOpen: false };
}

/** Notes an answer of which nobody knows whether it arrived, so that another one can be sent. */
export async function noteUnsure(
	records: Records,
	row: CaseRow,
	ready: Ready,
	written: Written,
): Promise<void> {
	await records.add(caseEvents, [eventOf(row, ready, UNSURE, written)]);
}
