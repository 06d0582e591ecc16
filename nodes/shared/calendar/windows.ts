import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../constants';
import { UserInputError } from '../inputError';

/** A span of days, both included, as `yyyy-MM-dd`. */
export interface DayWindow {
	begin_date: string;
	end_date: string;
}

function dayOf(text: string, label: string): DateTime {
	const day = DateTime.fromISO(text, { zone: WECHAT_TIME_ZONE }).startOf('day');
	if (!day.isValid) {
		throw new UserInputError(`'${label}' is not a date`, 'Enter a date, e.g. 2026-11-24.');
	}
	return day;
}

/**
 * Cuts a span of days into the windows that an endpoint of the statistics takes.
 *
 * @param maxDays most days of one window
 * @throws UserInputError when a date is none, or the span ends before it begins
 */
export function dayWindows(from: string, to: string, maxDays: number): DayWindow[] {
	const [first, last] = [dayOf(from, 'From'), dayOf(to, 'To')];
	if (last < first) throw new UserInputError("'To' lies before 'From'", 'Exchange the two dates.');
	const windows: DayWindow[] = [];
	for (let begin = first; begin <= last; begin = begin.plus({ days: maxDays })) {
		const end = DateTime.min(begin.plus({ days: maxDays - 1 }), last);
		windows.push({
			begin_date: begin.toFormat('yyyy-MM-dd'),
			end_date: end.toFormat('yyyy-MM-dd'),
		});
	}
	return windows;
}
