import { UserInputError } from '../../shared/inputError';
import { dayOf, dayText, startOfDay, weekdayOf } from '../../shared/calendar/days';

export type PeriodKind = 'custom' | 'day' | 'month' | 'week';

/** A span of Shanghai days, both included. */
export interface Period {
	kind: PeriodKind;
	from: number;
	to: number;
}

/** First and last millisecond-after of a period. */
export function boundsOf({ from, to }: Period): { start: number; end: number } {
	return { start: startOfDay(from), end: startOfDay(to + 1) };
}

/** First day of the month that lies `offset` months from the month of a day. */
function monthStart(day: number, offset = 0): number {
	const [year = 0, month = 1] = dayText(day).split('-').map(Number);
	return Math.round(Date.UTC(year, month - 1 + offset, 1) / 86_400_000);
}

/** The last day, week (from Monday) or month that is over. */
function lastFinished(kind: Exclude<PeriodKind, 'custom'>, now: number): Period {
	const today = dayOf(now);
	if (kind === 'day') return { kind, from: today - 1, to: today - 1 };
	if (kind === 'week') {
		const monday = today - weekdayOf(today);
		return { kind, from: monday - 7, to: monday - 1 };
	}
	return { kind, from: monthStart(today, -1), to: monthStart(today) - 1 };
}

/** What a period is compared with: the one before it, of the same kind or the same length. */
export function previousOf({ kind, from, to }: Period): Period {
	const previousFrom = kind === 'month' ? monthStart(from, -1) : from - (to - from + 1);
	return { kind, from: previousFrom, to: from - 1 };
}

/** The last finished periods of a kind, the earliest first. */
export function finishedPeriods(
	kind: Exclude<PeriodKind, 'custom'>,
	count: number,
	now: number,
): Period[] {
	const periods = [lastFinished(kind, now)];
	for (let [first] = periods; first && periods.length < count; [first] = periods) {
		periods.unshift(previousOf(first));
	}
	return periods;
}

/**
 * A span chosen by hand.
 *
 * @param from epoch milliseconds of any time of the first day, `to` of the last
 * @throws UserInputError when it ends before it begins, or begins after now
 */
export function customPeriod(from: number, to: number, now: number): Period {
	const period: Period = { kind: 'custom', from: dayOf(from), to: dayOf(to) };
	if (period.to < period.from) {
		throw new UserInputError("'To' lies before 'From'", 'Swap the two dates.');
	}
	if (period.from > dayOf(now)) {
		throw new UserInputError("'From' lies in the future", 'Choose a day that has begun.');
	}
	return period;
}

/** Key of a metric in a period; the same whenever it is calculated. */
export function metricKey(metric: string, { from, to }: Period): string {
	return `${metric}|${dayText(from)}|${dayText(to)}`;
}
