import { UserInputError } from '../../../shared/inputError';
import { isRecord } from '../../../shared/json';
import type { At } from '../../../shared/engagement/recordOperation';
import { text } from '../../../shared/operations/fields';
import { isOnCanvas } from '../../../shared/records/keepIn';
import { readOne } from '../../../shared/records/port';
import { activityRows } from '../../../shared/records/tables/activityRows';
import type { Book } from '../../engine/book';
import type { ActivityRow } from '../../engine/row';
import type { Step } from '../../engine/step';
import { actOf, type EventGiven } from '../../fields/event';
import { fromLedger, takeTurn, takeTurnOnCanvas } from '../../records/ledger';

export const submissionField = text('Submission Key', {
	placeholder: 'e.g. {{ $json.activity.submission }}',
	description: "Key of the submission's row, as 'Submit' gave it",
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

/**
 * Does something with the submission that a key names, in the turn of its author.
 *
 * @throws UserInputError when there is no such submission
 */
export async function withSubmission<S extends Step>(
	at: At,
	key: string,
	given: EventGiven,
	decide: (book: Book, submission: ActivityRow, act: Act) => S,
): Promise<{ step: S; author: ActivityRow }> {
	const stored = await readOne(at.records, activityRows, { key });
	if (stored?.type !== 'submission') {
		throw new UserInputError(
			`[Item ${at.itemIndex + 1}] 'Submission Key' names no known submission: "${key}"`,
			"Use the key that 'Submit' gave as activity.submission, of the same account.",
		);
	}
	const author = fromLedger(stored);
	const act = actOn(at, given);
	const turn = await (isOnCanvas(at.ctx) ? takeTurnOnCanvas : takeTurn)(
		at.records,
		author,
		(book) => decide(book, author, act),
	);
	return { step: turn.step, author };
}
