import { DAY_MS } from './days';
import { UserInputError } from '../inputError';
import data from './data/holidays.json';

/** How a day differs from the others of its weekday. */
export type DayKind = 'holiday' | 'workday';

/** What is known of the special days of some years. */
export interface HolidayBook {
	/** @param day `yyyy-MM-dd`; undefined for an ordinary day and for years that are not known */
	kindOf(day: string): DayKind | undefined;
	/** Whether the special days of a year are known. */
	covers(year: number): boolean;
}

/** For calendars that go by the weekday alone: nothing is special, and nothing is unknown. */
export const NO_HOLIDAYS: HolidayBook = { kindOf: () => undefined, covers: () => true };

const MAX_RANGE_DAYS = 366;
const SEPARATORS = /[\s,，、;；]+/;
const RANGE = /^(\d{4}-\d{2}-\d{2})(?:(?:\.\.|~|～|至)(\d{4}-\d{2}-\d{2}))?$/;

const yearOf = (day: string): number => Number(day.slice(0, 4));
const dayOf = (epoch: number): string => new Date(epoch).toISOString().slice(0, 10);

function epochOf(day: string): number | undefined {
	const epoch = Date.parse(`${day}T00:00:00Z`);
	// JavaScript takes February 30 as March 2.
	return !Number.isNaN(epoch) && dayOf(epoch) === day ? epoch : undefined;
}

/**
 * Days from a text as `2027-01-01, 2027-02-05..2027-02-12`.
 *
 * @param label how the field is called in errors
 * @throws UserInputError naming the part that is no day
 */
export function parseDays(text: string, label: string): string[] {
	const parts = text.split(SEPARATORS).filter((part) => part !== '');
	return parts.flatMap((part) => {
		const [, from = '', to = from] = RANGE.exec(part) ?? [];
		const [first, last] = [epochOf(from), epochOf(to)];
		if (first === undefined || last === undefined) {
			throw new UserInputError(
				`'${label}' holds "${part}", which is not a day`,
				'Write days as 2027-01-01 and spans as 2027-02-05..2027-02-12, separated by commas.',
			);
		}
		const days = (last - first) / DAY_MS + 1;
		if (days < 1 || days > MAX_RANGE_DAYS) {
			throw new UserInputError(
				`'${label}' holds the span "${part}", which ${days < 1 ? 'ends before it begins' : 'is longer than a year'}`,
				'Correct the two days of the span.',
			);
		}
		return Array.from({ length: days }, (_, offset) => dayOf(first + offset * DAY_MS));
	});
}

function official(): Map<string, DayKind> {
	const kinds = new Map<string, DayKind>();
	for (const [year, { holidays, workdays }] of Object.entries(data.years)) {
		for (const day of holidays.split(' ')) kinds.set(`${year}-${day}`, 'holiday');
		for (const day of workdays.split(' ')) kinds.set(`${year}-${day}`, 'workday');
	}
	return kinds;
}

let officialDays: Map<string, DayKind> | undefined;

/**
 * Public holidays of mainland China with the weekend days on which people work instead (调休), as the
 * State Council announces them year by year, and what an operator adds or changes. A year that the data
 * does not hold counts as known once the operator has entered one of its holidays.
 *
 * @param extraHolidays more days off, `yyyy-MM-dd`
 * @param extraWorkdays more days of work; both win over the data
 * @throws UserInputError when a day is in both lists
 */
export function chineseHolidays(
	extraHolidays: string[] = [],
	extraWorkdays: string[] = [],
): HolidayBook {
	officialDays ??= official();
	const known = officialDays;
	const extra = new Map<string, DayKind>(extraHolidays.map((day) => [day, 'holiday']));
	for (const day of extraWorkdays) {
		if (extra.has(day)) {
			throw new UserInputError(
				`${day} is both in 'Extra Holidays' and in 'Extra Workdays'`,
				'Remove it from one of them.',
			);
		}
		extra.set(day, 'workday');
	}
	const years = new Set([...Object.keys(data.years).map(Number), ...extraHolidays.map(yearOf)]);
	return {
		kindOf: (day) => extra.get(day) ?? known.get(day),
		covers: (year) => years.has(year),
	};
}
