import { dayNumber } from '../day';
import type { Book } from '../book';
import type { ActivityRow } from '../row';

/** Submissions of a person that count; 0 is no limit. */
export interface Limits {
	perDay: number;
	perPerson: number;
}

/** Whether a row is a submission that was not over a limit when it came in. */
export const isTaken = ({ type, data }: ActivityRow): boolean =>
	type === 'submission' && data.counts !== false;

/** The first submissions of each day; all, when there is no limit. */
function firstOfDays(rows: readonly ActivityRow[], perDay: number): ActivityRow[] {
	const counts = new Map<number, number>();
	return rows.filter(({ at }) => {
		const day = dayNumber(at);
		const count = (counts.get(day) ?? 0) + 1;
		counts.set(day, count);
		return perDay <= 0 || count <= perDay;
	});
}

/** Submissions that count: what was said when one came in stands, and of the others the first by time. */
export function countedAmong(
	rows: readonly ActivityRow[],
	{ perDay, perPerson }: Limits,
): ActivityRow[] {
	const submissions = rows.filter(({ type }) => type === 'submission');
	const open = submissions.filter(({ data }) => data.counts === undefined);
	const inDays = firstOfDays(open, perDay);
	const first = new Set(perPerson > 0 ? inDays.slice(0, perPerson) : inDays);
	return submissions.filter((row) => row.data.counts === true || first.has(row));
}

const ofDayOf = (rows: readonly ActivityRow[], { at }: { at: number }): ActivityRow[] =>
	rows.filter((row) => dayNumber(row.at) === dayNumber(at));

/** Which limit one is over. */
export function limitReachedBy(
	book: Book,
	{ openId, activityId, at }: ActivityRow,
	rules: Limits,
): 'dayLimitReached' | 'limitReached' {
	const counted = countedAmong(book.of(openId, activityId), rules);
	const isOverDay = rules.perDay > 0 && ofDayOf(counted, { at }).length >= rules.perDay;
	return isOverDay ? 'dayLimitReached' : 'limitReached';
}

/** Whether one more of a person counts. */
export function isWithinLimits(
	book: Book,
	{ openId, at }: { openId: string; at: number },
	activityId: string,
	rules: Limits,
): boolean {
	const { perDay, perPerson } = rules;
	const taken = countedAmong(book.of(openId, activityId), rules);
	const isOver = perPerson > 0 && taken.length >= perPerson;
	return !isOver && (perDay <= 0 || ofDayOf(taken, { at }).length < perDay);
}
