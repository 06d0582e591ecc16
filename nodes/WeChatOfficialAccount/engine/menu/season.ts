import { dayText } from '../../../shared/calendar/days';
import { UserInputError } from '../../../shared/inputError';
import type { RowOf } from '../../../shared/records/table';
import type { menuCalendar } from '../../../shared/records/tables/menuCalendar';

export type MenuRow = RowOf<typeof menuCalendar>;

/** `MM-DD` of every year, or a day with its year. */
const DAY = /^(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})日?$/;

/** `MM-DD` has no year. */
const YEARLY_LENGTH = 5;

/** A day as texts compare; '' when there is none. @throws UserInputError when it is no day */
function dayIn({ name, key, ...row }: MenuRow, column: 'endsOn' | 'startsOn'): string {
	const text = row[column].trim();
	if (text === '') return '';
	const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
	const yearly = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	// A leap year: the 29th of February is a day of every year.
	const whole = `${year || '2000'}-${yearly}`;
	const epoch = Date.parse(`${whole}T00:00:00Z`);
	const isDay = Number.isFinite(epoch) && new Date(epoch).toISOString().startsWith(whole);
	if (isDay) return year === '' ? yearly : whole;
	throw new UserInputError(
		`'${column}' of '${name || key}' is not a day: "${text}"`,
		'Write 2026-12-01, or 12-01 for every year.',
	);
}

/**
 * Whether a menu is shown on a day. One for every year may last over New Year.
 *
 * @param day as `dayOf` counts
 * @throws UserInputError when its days cannot be read
 */
export function isOn(row: MenuRow, day: number): boolean {
	const today = dayText(day);
	const [from, to] = [dayIn(row, 'startsOn'), dayIn(row, 'endsOn')];
	const isYearly = [from, to].every(({ length }) => length === YEARLY_LENGTH);
	const withYear = (text: string) =>
		text.length === YEARLY_LENGTH ? `${today.slice(0, YEARLY_LENGTH)}${text}` : text;
	const hasBegun = from === '' || today >= withYear(from);
	const isOpen = to === '' || today <= withYear(to);
	if (isYearly && from > to) return hasBegun || isOpen;
	if (to !== '' && withYear(from) > withYear(to)) {
		throw new UserInputError(
			`'${row.name || row.key}' ends before it starts`,
			"Correct 'startsOn' and 'endsOn'.",
		);
	}
	return hasBegun && isOpen;
}

/** Whether it is always shown when nothing else is. */
export const isStanding = ({ isActive, startsOn, endsOn }: MenuRow): boolean =>
	isActive && startsOn.trim() === '' && endsOn.trim() === '';

/** The tag whose followers a menu is for; '' for everybody. */
export const tagOf = ({ tag }: MenuRow): string => tag.trim();

/** What is due, and what cannot be read. */
export interface Due {
	/** By tag; '' for everybody. */
	rows: Map<string, MenuRow>;
	/** A row that cannot be read might be the one that is due, so nothing is changed for its followers. */
	unreadable: Map<string, { row: MenuRow; error: unknown }>;
}

/** A season goes before what is always there, also where nobody has filled in a priority. */
const goesBefore = (one: MenuRow, other: MenuRow): boolean =>
	(one.priority ?? 0) - (other.priority ?? 0) > 0 ||
	((one.priority ?? 0) === (other.priority ?? 0) && !isStanding(one) && isStanding(other));

/** The menu that is due on a day, for everybody and for each tag; of equal ones the first of the table. */
export function dueOn(rows: readonly MenuRow[], day: number): Due {
	const due: Due = { rows: new Map(), unreadable: new Map() };
	for (const row of rows.filter(({ isActive }) => isActive)) {
		const tag = tagOf(row);
		try {
			const known = due.rows.get(tag);
			if (isOn(row, day) && (!known || goesBefore(row, known))) due.rows.set(tag, row);
		} catch (error) {
			due.unreadable.set(tag, { row, error });
		}
	}
	return due;
}
