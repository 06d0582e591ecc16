import { dayOf, dayText } from '../../../shared/calendar/days';
import type { Book } from '../book';
import { dataText, type ActivityRow } from '../row';
import type { Step } from '../step';
import { isTaken } from './limits';
import { verdictOn } from './review';

/** A message holds no more, and nobody asks for older ones. */
const SHOWN = 3;

function lineOf(book: Book, submission: ActivityRow): string {
	const day = dayText(dayOf(submission.at));
	const review = verdictOn(book, submission);
	if (!review) return `${day}：等待评审`;
	const note = dataText(review, 'note');
	const result = dataText(review, 'decision') === 'approve' ? '已入选' : '这次没有入选';
	return `${day}：${result}${note === '' ? '' : `\n评审意见：${note}`}`;
}

/** What became of the last submissions of a person. */
export function mySubmissions(
	book: Book,
	activityId: string,
	openId: string,
): Step<'mine' | 'noneYet'> {
	const own = book.of(openId, activityId).filter(isTaken);
	const lines = own
		.slice(-SHOWN)
		.reverse()
		.map((submission) => lineOf(book, submission));
	const values = { submissions: lines.join('\n'), number: own.length };
	return { status: own.length > 0 ? 'mine' : 'noneYet', values, rows: [] };
}
