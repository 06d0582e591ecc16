import { DAY_MS, HOUR_MS, MINUTE_MS } from './days';
import { UserInputError } from '../inputError';
import { NO_HOLIDAYS, type HolidayBook } from './holidays';
import { MINUTES_OF_DAY, type Interval } from './hours';
import { memoised, wallClock } from './wallClock';

/** A stretch of time in epoch milliseconds; `to` is not part of it. */
interface Span {
	from: number;
	to: number;
}

export interface BusinessHours {
	/** IANA name as `Asia/Shanghai`, or `UTC+8`. */
	zone: string;
	/** Opening hours from Monday to Sunday: seven lists. */
	week: Interval[][];
	/** Which days are special. */
	holidays?: HolidayBook;
	/** Hours of a public holiday; closed when absent. */
	onHoliday?: Interval[];
	/** Hours of a weekend day on which people work (调休); those of the first open weekday when absent. */
	onMovedWorkday?: Interval[];
}

/** Opening hours that can be calculated with; made by `businessCalendar`. */
export interface BusinessCalendar {
	readonly zone: string;
	/** What the clock on the wall shows in the zone, as `2026-11-24T09:00`. */
	wallTime(at: number): string;
	/** When it is open on a day counted in UTC (epoch milliseconds / 86,400,000); in order, apart from each other. */
	openSpans(utcDay: number): readonly Span[];
	/** Whether the holidays of all the years from `from` to `to` (epoch milliseconds) are known. */
	isCovered(from: number, to: number): boolean;
}

/** Zones lie between UTC-12 and UTC+14. */
const EARLIEST_MS = 14 * HOUR_MS;
const LATEST_MS = DAY_MS + 12 * HOUR_MS;

/** A week that is open day and night. */
export const ALWAYS_OPEN: Interval[][] = Array.from({ length: 7 }, () => [
	{ from: 0, to: MINUTES_OF_DAY },
]);

const clip = ({ from, to }: Span, low: number, high: number): Span[] => {
	const clipped = { from: Math.max(from, low), to: Math.min(to, high) };
	return clipped.from < clipped.to ? [clipped] : [];
};

/** Joins spans that touch. */
function inOrder(spans: Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of spans.sort((a, b) => a.from - b.from)) {
		const last = joined.at(-1);
		if (last?.to === span.from) last.to = span.to;
		else joined.push({ ...span });
	}
	return joined;
}

/**
 * Prepares opening hours for calculation. A moment is open when the clock on the wall in the zone shows
 * an opening hour of its day: in the night in which clocks go forward an hour is missing, in the one in
 * which they go back an hour counts twice.
 *
 * @throws UserInputError when the zone is unknown, or no weekday has hours
 */
export function businessCalendar(hours: BusinessHours): BusinessCalendar {
	const { week, holidays = NO_HOLIDAYS, onHoliday = [] } = hours;
	const onMovedWorkday =
		hours.onMovedWorkday ?? week.slice(0, 5).find((intervals) => intervals.length > 0);
	const { offsetAt, timeAt, changeBetween } = wallClock(hours.zone);
	if (week.every((intervals) => intervals.length === 0)) {
		throw new UserInputError(
			"'Business Hours' are empty: no day of the week is open",
			'Enter hours for at least one weekday.',
		);
	}
	const intervalsOf = (localDay: number): Interval[] => {
		const kind = holidays.kindOf(new Date(localDay * DAY_MS).toISOString().slice(0, 10));
		if (kind === 'holiday') return onHoliday;
		// Day 0 of the epoch was a Thursday.
		const own = week[(((localDay + 3) % 7) + 7) % 7] ?? [];
		return kind === 'workday' ? (onMovedWorkday ?? own) : own;
	};

	const spansOfLocalDay = memoised((localDay: number): Span[] => {
		const midnight = localDay * DAY_MS;
		const [low, high] = [midnight - EARLIEST_MS, midnight + LATEST_MS];
		const [before, after] = [offsetAt(low), offsetAt(high)];
		const at = ({ from, to }: Interval, offset: number): Span => ({
			from: midnight + from * MINUTE_MS - offset,
			to: midnight + to * MINUTE_MS - offset,
		});
		const intervals = intervalsOf(localDay);
		if (before === after) return intervals.map((interval) => at(interval, before));
		const change = changeBetween(low, high);
		return intervals.flatMap((interval) => [
			...clip(at(interval, before), -Infinity, change),
			...clip(at(interval, after), change, Infinity),
		]);
	});

	return {
		zone: hours.zone,
		wallTime: timeAt,
		// A day in UTC has parts of up to three local days.
		openSpans: memoised((utcDay) =>
			inOrder(
				[utcDay - 1, utcDay, utcDay + 1]
					.flatMap(spansOfLocalDay)
					.flatMap((span) => clip(span, utcDay * DAY_MS, (utcDay + 1) * DAY_MS)),
			),
		),
		isCovered(from, to) {
			const yearAt = (at: number) => Number(timeAt(at).slice(0, 4));
			const last = yearAt(to);
			for (let year = yearAt(from); year <= last; year++) {
				if (!holidays.covers(year)) return false;
			}
			return true;
		},
	};
}

/**
 * The moment at which `minutes` of open time have passed since `start`; `start` itself for 0. What ends
 * with the closing time ends then, not with the next opening.
 *
 * @param start epoch milliseconds
 * @param minutes 0 or more, fractions included
 * @returns epoch milliseconds
 */
export function addBusinessTime(
	start: number,
	minutes: number,
	calendar: BusinessCalendar,
): number {
	let left = minutes * MINUTE_MS;
	if (left <= 0) return start;
	for (let day = Math.floor(start / DAY_MS); ; day++) {
		for (const { from, to } of calendar.openSpans(day)) {
			const begin = Math.max(from, start);
			const open = to - begin;
			if (open >= left) return begin + left;
			if (open > 0) left -= open;
		}
	}
}

/**
 * Minutes of open time from `a` to `b`, both epoch milliseconds; negative when `b` lies before `a`.
 */
export function businessMinutesBetween(a: number, b: number, calendar: BusinessCalendar): number {
	if (b < a) return -businessMinutesBetween(b, a, calendar);
	let open = 0;
	for (let day = Math.floor(a / DAY_MS); day * DAY_MS < b; day++) {
		for (const { from, to } of calendar.openSpans(day)) {
			open += Math.max(0, Math.min(to, b) - Math.max(from, a));
		}
	}
	return open / MINUTE_MS;
}
