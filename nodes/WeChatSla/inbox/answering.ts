import type { At } from '../../shared/engagement/recordOperation';
import { sentKey } from '../../shared/records/sentRow';
import { readOne } from '../../shared/records/port';
import { sent } from '../../shared/records/tables/sent';
import { closeCaseOf, type Ending } from '../records/closing';
import type { CaseRow } from '../records/opening';
import { markOf } from './conversation';
import { isTooLong, messageTo, type Ready } from './message';
import { noteAnswer, noteUnsure } from './noting';
import type { Refusal } from './page/words';
import { readPerson } from './reading';
import { FORM_MS, type Form } from './seal';
import { sendAnswer } from './sending';

/** What somebody has sent from a page. */
export interface Submission {
	form: Form;
	text: string;
	/** Who it was; may be empty. */
	by: string;
	/** Shown to the follower as the sender; may be empty. */
	kfAccount: string;
}

/** What became of it. */
export type Answering =
	| { status: 'closed' }
	| { status: 'refused'; why: Refusal; code?: number }
	| { status: 'sent'; key: string; isRepeated: boolean; staysOpen: boolean };

const refused = (why: Refusal): Answering => ({ status: 'refused', why });

/** Whether the follower has written since the page was made. */
const hasWritten = ({ state, lastAt }: CaseRow, form: Form): boolean =>
	state === 'open' && (lastAt ?? 0) > form.lastAt;

/** States of an answer that has been on its way: what became of it is for `sendAnswer` to say. */
const BEGUN: ReadonlySet<string> = new Set(['sending', 'sent', 'unknown']);

/** Why an answer cannot be sent; undefined when it can, as far as is known. */
async function obstacle(
	{ records, now }: At,
	row: CaseRow,
	{ form, text }: Submission,
	{ outgoing, comment }: Ready,
): Promise<Refusal | undefined> {
	const known = await readOne(records, sent, { key: sentKey(outgoing.key) });
	if (known && BEGUN.has(known.state)) return undefined;
	if (hasWritten(row, form)) return 'newMessage';
	const { events, reach } = await readPerson(records, row, now);
	if (markOf(row, events) !== form.mark) return 'colleague';
	if (now - form.madeAt > FORM_MS) return 'expired';
	if (!reach.can) return reach.why;
	if (text === '') return 'empty';
	return isTooLong(text, comment !== undefined) ? 'tooLong' : undefined;
}

/** Sends an answer, notes it and closes the case. */
export async function answerCase(at: At, row: CaseRow, submission: Submission): Promise<Answering> {
	const { ctx, records, now } = at;
	const { form, text, by, kfAccount } = submission;
	const { mark, id, lastAt: seenAt } = form;
	const ready = messageTo(ctx, row, { text, mark, id, kfAccount });
	const why = await obstacle(at, row, submission, ready);
	if (why) return refused(why);
	const result = await sendAnswer(records, ready, id);
	const written = { text, by, at: now, seenAt };
	if (result.status === 'refused') {
		if (result.why === 'unknown') await noteUnsure(records, row, ready, written);
		return result;
	}
	const { staysOpen } = await noteAnswer(records, row, ready, written);
	const { isRepeated } = result;
	return { status: 'sent', key: ready.outgoing.key, isRepeated, staysOpen };
}

/** Closes a case without an answer from here. */
export async function endCase(
	{ records, now }: At,
	row: CaseRow,
	{ form, by }: Pick<Submission, 'by' | 'form'>,
	ending: Ending,
): Promise<Answering> {
	if (hasWritten(row, form)) return refused('newMessage');
	if (row.state === 'open') await closeCaseOf(records, row, { ending, by, at: now });
	return { status: 'closed' };
}
