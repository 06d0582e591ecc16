import { UserInputError } from '../../../shared/inputError';
import { isRecord } from '../../../shared/json';
import type { At } from '../../../shared/engagement/recordOperation';
import { text } from '../../../shared/operations/fields';
import { normaliseCode } from '../../../shared/prizes/code';
import { isOnCanvas } from '../../../shared/records/keepIn';
import { readOne } from '../../../shared/records/port';
import { activityRows } from '../../../shared/records/tables/activityRows';
import type { Book } from '../../engine/book';
import type { ActivityRow } from '../../engine/row';
import type { Step } from '../../engine/step';
import { actOf, type EventGiven } from '../../fields/event';
import { fromLedger, takeTurn, takeTurnOnCanvas } from '../../records/ledger';

export const submissionField = text('Submission', {
	placeholder: 'e.g. {{ $json.activity.submission }}',
	description: "Number of the submission that staff was told, or its key, as 'Submit' gave them",
});

/** Something that staff did with a submission. */
export interface Act {
	key: string;
	/** Epoch milliseconds. */
	at: number;
}

/** Key and time of the act; an item without a key, as a form gives it, is one of its run. */
function actOn({ ctx, itemIndex, json, now }: At, given: EventGiven): Act {
	const told = given.key ?? json.key ?? (isRecord(json.wechat) ? json.wechat.dedupeKey : undefined);
	const key = told === undefined ? `${ctx.getExecutionId()}.${itemIndex}` : given.key;
	return actOf({ json, given: { ...given, key }, itemIndex, now });
}

/** The submission that staff means by its key, or by its code as they typed it. */
export async function findSubmission(
	{ records, ctx }: At,
	named: string,
): Promise<ActivityRow | undefined> {
	const stored = await readOne(records, activityRows, { key: named });
	if (stored?.type === 'submission') return fromLedger(stored);
	const code = isOnCanvas(ctx) ? '' : normaliseCode(named);
	if (code === '') return undefined;
	const all = await records.read(activityRows, { where: { type: 'submission' } });
	const found = all.find(({ data }) => data.code === code);
	return found && fromLedger(found);
}

/** @throws UserInputError when there is no such submission */
export async function requireSubmission(at: At, named: string): Promise<ActivityRow> {
	const found = await findSubmission(at, named);
	if (found) return found;
	throw new UserInputError(
		`[Item ${at.itemIndex + 1}] 'Submission' names no known submission: "${named}"`,
		"Use the key that 'Submit' gave as activity.submission, of the same account.",
	);
}

/** Does something with a submission, in the turn of its author. */
export async function withSubmission<S extends Step>(
	at: At,
	submission: ActivityRow,
	given: EventGiven,
	decide: (book: Book, act: Act) => S,
): Promise<S> {
	const act = actOn(at, given);
	const turn = await (isOnCanvas(at.ctx) ? takeTurnOnCanvas : takeTurn)(
		at.records,
		submission,
		(book) => decide(book, act),
	);
	return turn.step;
}
