import { byTime, pointsOf, type Book } from '../book';
import { dataNumber, dataText, type ActivityRow, type RowData } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Values, type Window } from '../step';
import { countedAmong, isWithinLimits, limitReachedBy } from './limits';

export interface SubmissionRules extends Window {
	/** How many of a person count; 0 for any number. */
	perPerson: number;
	/** How many of a person count that were sent on one day, in Shanghai; 0 for any number. */
	perDay: number;
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
	/** By which people call it; absent where nobody does. */
	code?: string;
	/** What a reviewer should look at. */
	warnings?: string;
	/** Whether it was within the limits when it came in; absent where that follows from all rows, by time. */
	counts?: boolean;
}

export type SubmissionStatus =
	| 'alreadyReviewed'
	| 'approved'
	| 'closed'
	| 'empty'
	| 'dayLimitReached'
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
	const counted = countedAmong(rows, rules).map(({ key }) => key);
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

/** Keys of the submissions of a person that count. */
export const countedOf = (
	book: Book,
	{ openId, activityId }: { openId: string; activityId: string },
	rules: SubmissionRules,
): string[] => standingOf(ownRows(book.of(openId, activityId)), rules).counted;

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

/** What the rows of a person come to with one more. */
export function settle(
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
	const stored = book.get(key) ?? draft;
	return {
		status: standing.counted.includes(key) ? 'received' : limitReachedBy(book, draft, rules),
		values: {
			...values,
			submission: key,
			code: dataText(stored, 'code'),
			text: dataText(stored, 'text'),
			url: dataText(stored, 'url'),
			warnings: dataText(stored, 'warnings'),
			...limits,
		},
		rows,
	};
}

/**
 * The same where a person's messages are taken one after the other: whether one counts is settled when it comes in,
 * so that whoever was told that it was received stays in.
 */
export function submitInTurn(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	content: Content,
	rules: SubmissionRules,
): Step<SubmissionStatus> {
	const counts = isWithinLimits(book, event, activityId, rules);
	return submit(book, activityId, event, { ...content, counts }, rules);
}
