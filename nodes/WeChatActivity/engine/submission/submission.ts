import { byTime, pointsOf, type Book } from '../book';
import { dataNumber, dataText, type ActivityRow, type RowData } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Values, type Window } from '../step';

export interface SubmissionRules extends Window {
	/** How many of a person count; 0 for any number. */
	perPerson: number;
	/** Least number of characters of a text; 0 for any. */
	minLength: number;
	/** What is taken; empty for everything. */
	kinds: string[];
	/** Points for one that is approved. */
	pointsPerApproval: number;
}

/** What somebody has sent in. */
export interface Content {
	/** `text`, `image`, `video` … */
	kind: string;
	text: string;
	mediaId: string;
	url: string;
}

export type SubmissionStatus =
	| 'approved'
	| 'closed'
	| 'empty'
	| 'limitReached'
	| 'notOpen'
	| 'received'
	| 'rejected'
	| 'tooShort'
	| 'wrongKind';

/** What a person's rows come to. */
interface Standing {
	/** Keys that count, in the order they came in. */
	counted: string[];
	approved: string[];
	/** Points that the submissions and reviews have to sum up to. */
	points: number;
}

const ownRows = (rows: ActivityRow[]) =>
	rows.filter(({ type }) => type === 'submission' || type === 'review');

/** `rows` by time: the first submissions count, and the last review of each. */
function standingOf(rows: ActivityRow[], rules: SubmissionRules): Standing {
	const submissions = rows.filter(({ type }) => type === 'submission').map(({ key }) => key);
	const counted = rules.perPerson > 0 ? submissions.slice(0, rules.perPerson) : submissions;
	const reviews = new Map<string, ActivityRow>();
	for (const row of rows) {
		if (row.type === 'review') reviews.set(dataText(row, 'submission'), row);
	}
	const approved = counted.filter((key) => {
		const review = reviews.get(key);
		return review !== undefined && dataText(review, 'decision') === 'approve';
	});
	const points = approved.reduce((sum, key) => {
		const review = reviews.get(key);
		const award = review?.data.award;
		return (
			sum + (review && award !== undefined ? dataNumber(review, 'award') : rules.pointsPerApproval)
		);
	}, 0);
	return { counted, approved, points };
}

/** Whether a text has fewer characters than so many. A character is two units at most, so a long one need not be counted. */
const isShorter = (text: string, least: number): boolean =>
	text.length < 2 * least && [...text].length < least;

function refusal(
	{ at }: ActivityEvent,
	{ kind, text, mediaId, url }: Content,
	rules: SubmissionRules,
): SubmissionStatus | undefined {
	const window = windowStatus(at, rules);
	if (window !== 'open') return window;
	if (rules.kinds.length > 0 && !rules.kinds.includes(kind)) return 'wrongKind';
	if (text.trim() === '' && mediaId === '' && url === '') return 'empty';
	return kind === 'text' && isShorter(text.trim(), rules.minLength) ? 'tooShort' : undefined;
}

function settle(
	book: Book,
	draft: ActivityRow,
	rules: SubmissionRules,
): { standing: Standing; rows: ActivityRow[]; values: Values } {
	const rows = book.of(draft.openId, draft.activityId);
	const own = ownRows(rows);
	const isKnown = book.get(draft.key) !== undefined;
	const standing = standingOf(isKnown ? own : [...own, draft].sort(byTime), rules);
	const points = standing.points - pointsOf(own);
	return {
		standing,
		rows: isKnown ? [] : [{ ...draft, points }],
		values: {
			points: isKnown ? 0 : points,
			balance: pointsOf(rows) + (isKnown ? 0 : points),
			number: standing.counted.indexOf(draft.key) + 1,
			approvedCount: standing.approved.length,
		},
	};
}

/**
 * Takes a submission in. Key `activity|openId|submission|event`. One beyond the limit is kept but does not
 * count, so that the first by time count even when they arrive later.
 */
export function submit(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	content: Content,
	rules: SubmissionRules,
): Step<SubmissionStatus> {
	const { openId, at } = event;
	const key = `${activityId}|${openId}|submission|${event.key}`;
	const limits = { perPerson: rules.perPerson, minLength: rules.minLength };
	const refused = refusal(event, content, rules);
	if (refused) {
		const balance = pointsOf(book.of(openId, activityId));
		const values = { points: 0, balance, number: 0, approvedCount: 0, submission: '', ...limits };
		return { status: refused, values, rows: [] };
	}
	const data: RowData = { ...content };
	const draft = { key, activityId, openId, type: 'submission', points: 0, data, at };
	const { standing, rows, values } = settle(book, draft, rules);
	return {
		status: standing.counted.includes(key) ? 'received' : 'limitReached',
		values: { ...values, submission: key, ...limits },
		rows,
	};
}

/** A person's verdict on a submission. */
export interface Review {
	decision: 'approve' | 'reject';
	/** For the author. */
	note: string;
	/** Points instead of the usual ones. */
	award?: number;
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
	{ decision, note, award }: Review,
	rules: SubmissionRules,
): Step<SubmissionStatus> {
	const { key: subject, activityId, openId } = submission;
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
