import type { Book } from '../book';
import { dataText, type ActivityRow, type RowData } from '../row';
import type { Step } from '../step';
import { settle, type SubmissionRules, type SubmissionStatus } from './submission';

/** The review of a submission that counts: the last; undefined before there is one. */
export const verdictOn = (
	book: Book,
	{ key, openId, activityId }: ActivityRow,
): ActivityRow | undefined =>
	book
		.of(openId, activityId)
		.filter((row) => row.type === 'review' && dataText(row, 'submission') === key)
		.at(-1);

/** A person's verdict on a submission. */
export interface Review {
	decision: 'approve' | 'reject';
	/** For the author. */
	note: string;
	/** Points instead of the usual ones. */
	award?: number;
	/** Whether the first decision stands: the same again changes nothing, another one is told so. */
	isFinal?: boolean;
}

/**
 * Approves or rejects a submission; the last review by time counts. Key `submission|review|event`.
 *
 * @param submission the row of the submission
 */
export function review(
	book: Book,
	submission: ActivityRow,
	event: { key: string; at: number },
	given: Review,
	rules: SubmissionRules,
): Step<SubmissionStatus> {
	const { key: subject, activityId, openId } = submission;
	const before = given.isFinal ? verdictOn(book, submission) : undefined;
	if (before) return standingVerdict(book, submission, before, given, rules);
	const { decision, note, award } = given;
	const data: RowData = { submission: subject, decision, note };
	if (award !== undefined) data.award = award;
	const key = `${subject}|review|${event.key}`;
	const draft = { key, activityId, openId, type: 'review', points: 0, data, at: event.at };
	const { standing, rows, values } = settle(book, draft, rules);
	return {
		status: standing.approved.includes(subject) ? 'approved' : 'rejected',
		values: { ...values, submission: subject, note, author: openId },
		rows,
	};
}

/** What a submission came to that was reviewed before. */
function standingVerdict(
	book: Book,
	{ key: subject, openId }: ActivityRow,
	before: ActivityRow,
	{ decision }: Review,
	rules: SubmissionRules,
): Step<SubmissionStatus> {
	const { values } = settle(book, before, rules);
	const isApproved = dataText(before, 'decision') === 'approve';
	const status = isApproved ? 'approved' : 'rejected';
	const isSame = dataText(before, 'decision') === decision;
	return {
		status: isSame ? status : 'alreadyReviewed',
		values: {
			...values,
			points: before.points,
			submission: subject,
			note: dataText(before, 'note'),
			author: openId,
		},
		rows: [],
	};
}
