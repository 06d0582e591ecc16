import { itemwise } from '../../../shared/engagement/recordOperation';
import { shownCode } from '../../../shared/prizes/code';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { cutText } from '../../../shared/text/longest';
import type { Book } from '../../engine/book';
import { dataText, type ActivityRow } from '../../engine/row';
import { verdictOn } from '../../engine/submission/review';
import { countedOf } from '../../engine/submission/submission';
import { activityId } from '../../fields/activityId';
import { readBook } from '../../records/ledger';
import { submissionOptions } from './rules';

/** Submissions that the staff is told of at once. */
const MOST_TOLD = 10;
const LONGEST_BEGINNING = 20;

const beginningOf = (submission: ActivityRow): string => {
	const text = dataText(submission, 'text').replace(/\s+/g, ' ').trim();
	const begin = [...cutText(text)].slice(0, LONGEST_BEGINNING).join('');
	return begin === '' ? '（图片）' : begin;
};

function summaryOf(waiting: readonly ActivityRow[]): string {
	const lines = waiting
		.slice(0, MOST_TOLD)
		.map((row) => `${shownCode(dataText(row, 'code'))}：${beginningOf(row)}`);
	return [`还有 ${waiting.length} 份投稿等待评审：`, ...lines].join('\n');
}

export const getWaiting = itemwise({
	option: {
		name: 'Get Waiting',
		value: 'getWaiting',
		action: 'Get submissions that wait for review',
		description: 'Tell which submissions nobody has reviewed yet, the oldest first',
	},
	outputs: { waiting: 'Waiting', none: 'None' },
	fields: { activityId, options: submissionOptions },
	tables: [activityRows],
	execute: async ({ records, json }, { activityId: id, options: rules }) => {
		const book: Book = await readBook(records, { activityId: id });
		const counted = new Set(
			book.people().flatMap((openId) => countedOf(book, { activityId: id, openId }, rules)),
		);
		const waiting = book
			.all(id)
			.filter((row) => counted.has(row.key) && verdictOn(book, row) === undefined);
		const activity = { activityId: id, waiting: waiting.length };
		if (waiting.length === 0) return [{ to: 'none', json: { ...json, activity } }];
		return [{ to: 'waiting', json: { ...json, activity, summary: summaryOf(waiting) } }];
	},
});
