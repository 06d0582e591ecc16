import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../constants';
import { UserInputError } from '../inputError';

/** A span of days, both included, as `yyyy-MM-dd`. */
export interface DayWindow {
	begin_date: string;
	end_date: string;
}

/**
 * What an endpoint of the statistics takes in one call: so many days at most, or one week or month, which
 * is named by its first day alone.
 */
export type Step = number | 'month' | 'week';

const DAY = 'yyyy-MM-dd';

const dayOf = (day: string): DateTime => DateTime.fromISO(day, { zone: WECHAT_TIME_ZONE });

/** The last day of which WeChat has figures: yesterday, or the end of the last week or month that is over. */
export function lastCompleteDay(now: number, step: Step): string {
	const today = DateTime.fromMillis(now, { zone: WECHAT_TIME_ZONE }).startOf('day');
	const begin = typeof step === 'number' ? today : today.startOf(step);
	return begin.minus({ days: 1 }).toFormat(DAY);
}

/**
 * Cuts a span of days into the windows that an endpoint of the statistics takes.
 *
 * @param from first day, `yyyy-MM-dd`; of a week or month any day
 * @param to last day
 * @throws UserInputError when the span ends before it begins
 */
export function dayWindows(from: string, to: string, step: Step): DayWindow[] {
	if (to < from) throw new UserInputError("'To' lies before 'From'", 'Swap the two dates.');
	const last = dayOf(to);
	const windows: DayWindow[] = [];
	const add = (begin: DateTime, end: DateTime) =>
		windows.push({ begin_date: begin.toFormat(DAY), end_date: end.toFormat(DAY) });
	if (typeof step === 'number') {
		for (let begin = dayOf(from); begin <= last; begin = begin.plus({ days: step })) {
			add(begin, DateTime.min(begin.plus({ days: step - 1 }), last));
		}
		return windows;
	}
	const first = dayOf(from).startOf(step);
	for (let begin = first; begin <= last; begin = begin.plus({ [`${step}s`]: 1 })) add(begin, begin);
	return windows;
}
