import { UserInputError } from '../inputError';

/** A part of a day by the clock on the wall, in minutes after midnight; `to` is not part of it. */
export interface Interval {
	from: number;
	to: number;
}

export const MINUTES_OF_DAY = 1_440;

const SEPARATORS = /[,，、;；]/;
const INTERVAL = /^(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到)\s*(\d{1,2})[:：](\d{2})$/;

function minuteOf(hour: string, minute: string): number | undefined {
	const [hours, minutes] = [Number(hour), Number(minute)];
	const result = hours * 60 + minutes;
	return minutes < 60 && result <= MINUTES_OF_DAY ? result : undefined;
}

function parseInterval(part: string, label: string): Interval {
	const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = INTERVAL.exec(part) ?? [];
	const [from, to] = [minuteOf(fromHour, fromMinute), minuteOf(toHour, toMinute)];
	if (fromHour === '' || from === undefined || to === undefined) {
		throw new UserInputError(
			`'${label}' holds "${part}", which is not a valid time range`,
			'Write hours as 09:00-21:00, several as 09:00-12:00, 13:30-18:00. Leave the field empty when closed.',
		);
	}
	if (to <= from) {
		throw new UserInputError(
			`'${label}' holds "${part}", which ends before it begins`,
			'For hours past midnight write 18:00-24:00 here and 00:00-09:00 on the next day.',
		);
	}
	return { from, to };
}

/**
 * Opening hours of a day from a text as `09:00-12:00, 13:30-18:00`; empty means closed. In order.
 *
 * @param label how the field is called in errors
 * @throws UserInputError when a part cannot be read, ends before it begins or overlaps with another
 */
export function parseHours(text: string, label: string): Interval[] {
	const intervals = text
		.split(SEPARATORS)
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => parseInterval(part, label))
		.sort((a, b) => a.from - b.from);
	for (const [position, { from }] of intervals.entries()) {
		const before = intervals[position - 1];
		if (before && from < before.to) {
			throw new UserInputError(
				`'${label}' has hours that overlap: "${text.trim()}"`,
				'Let every span begin after the one before has ended.',
			);
		}
	}
	return intervals;
}
