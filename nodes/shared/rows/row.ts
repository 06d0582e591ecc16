import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../constants';
import { UserInputError } from '../inputError';
import { cutText } from '../text/longest';

/** A flat record as it stands in a Data Table, a sheet or a database. */
export type Row = Record<string, unknown>;

const FULL_ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const NUMERIC = /^-?\d+(\.\d+)?$/;

/** As sheets and people in China write it: `2026/11/29 8:00`, `2026年11月29日`. */
const WALL_TIME =
	/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
/** The group of `WALL_TIME` that holds the hour. */
const HOUR = 4;
const BEGINS_WITH_DAY = /^\d{4}-?(?:\d{2}|W\d)/;

/** Epoch milliseconds of such a time on the clocks of a zone; undefined for a day or an hour that there is none of. */
function wallEpoch(text: string, zone: string): number | undefined {
	const [, ...parts] = WALL_TIME.exec(text) ?? [];
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
		Number(part ?? 0),
	);
	const time = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
	return time.isValid ? time.toMillis() : undefined;
}

/** Below it a number of time is taken as seconds, as WeChat sends them; it is 1973 in milliseconds. */
const SECONDS_BELOW = 100_000_000_000;

/** Numbers of days that sheets keep in place of dates: 1954 to 2173. As seconds they are hours of 1970. */
const isSheetDay = (value: number): boolean => value >= 20_000 && value < 100_000;
const SHEETS_BEGIN = { year: 1899, month: 12, day: 30 };

function epochFromSheet(value: number, zone: string): number {
	const minutes = Math.round((value % 1) * 1_440);
	return DateTime.fromObject(SHEETS_BEGIN, { zone: 'utc' })
		.plus({ days: Math.floor(value), minutes })
		.setZone(zone, { keepLocalTime: true })
		.toMillis();
}

function epochFromNumber(value: number, zone: string): number {
	if (isSheetDay(value)) return epochFromSheet(value, zone);
	return Math.abs(value) < SECONDS_BELOW ? value * 1_000 : value;
}

/**
 * Epoch milliseconds of a time as it comes from the canvas: ISO 8601, a database's `yyyy-MM-dd HH:mm:ss`,
 * a day, `2026/11/29 8:00`, epoch milliseconds or seconds or the days of a sheet (number or text), or a Date.
 *
 * @param zone where a time without an offset belongs
 * @returns undefined when it is no time
 */
export function toEpoch(value: unknown, zone = WECHAT_TIME_ZONE): number | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? undefined : value.getTime();
	}
	if (typeof value === 'number')
		return Number.isFinite(value) ? epochFromNumber(value, zone) : undefined;
	// An expression such as {{ $now }} leaves an object in an item.
	if (DateTime.isDateTime(value)) return value.isValid ? value.toMillis() : undefined;
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	// The usual form goes the fast way: a million rows are read in a second, not in ten.
	if (FULL_ISO.test(text)) {
		const epoch = Date.parse(text);
		return Number.isNaN(epoch) ? undefined : epoch;
	}
	if (NUMERIC.test(text) && (text.length >= 9 || isSheetDay(Number(text)))) {
		return epochFromNumber(Number(text), zone);
	}
	// Without a day it would be a time of today, whenever it is read.
	const parsed = BEGINS_WITH_DAY.test(text)
		? [DateTime.fromISO(text, { zone }), DateTime.fromSQL(text, { zone })]
		: [];
	const time = parsed.find(({ isValid }) => isValid);
	return time ? time.toMillis() : wallEpoch(text, zone);
}

/** Whether a value names a day without a time: as the end of a span, it is meant with its whole length. */
export function isWholeDay(value: unknown): boolean {
	if (typeof value === 'number') return isSheetDay(value) && Number.isInteger(value);
	if (typeof value !== 'string') return false;
	const text = value.trim();
	const wall = WALL_TIME.exec(text);
	if (wall) return wall[HOUR] === undefined;
	return /^\d{8}$/.test(text) || (/^\d{5}$/.test(text) && isSheetDay(Number(text)));
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/**
 * Reads the columns of one row. What cannot be read becomes an error that names the row and the
 * column, so that a person finds it in the table.
 */
export class RowReader {
	constructor(
		readonly row: Row,
		/** How the row is called in an error, e.g. `Item 3` or `Keyword 12`. */
		private readonly where: string,
	) {}

	/** An error about a column of this row. */
	error(column: string, problem: string, advice: string): UserInputError {
		return new UserInputError(`[${this.where}] '${column}' ${problem}`, advice);
	}

	has(column: string): boolean {
		return !isBlank(this.row[column]);
	}

	/** Text of a column; numbers and booleans count as text. Blank and absent give `fallback`. */
	text(column: string, fallback?: string): string {
		const value = this.row[column];
		if (isBlank(value)) return this.fallback(column, fallback);
		if (typeof value === 'object') {
			throw this.error(column, 'is not a text', 'Choose a column that holds plain text.');
		}
		return String(value);
	}

	/** A number, also one written as text. Blank and absent give `fallback`. */
	number(
		column: string,
		{ fallback, min, integer }: { fallback?: number; min?: number; integer?: boolean } = {},
	): number {
		const value = this.row[column];
		if (isBlank(value)) return this.fallback(column, fallback);
		const number = typeof value === 'string' ? Number(value.trim()) : value;
		if (typeof number !== 'number' || !Number.isFinite(number)) {
			throw this.error(column, `is not a number: ${shown(value)}`, 'Enter a plain number.');
		}
		if (integer && !Number.isInteger(number)) {
			throw this.error(column, `is not a whole number: ${shown(value)}`, 'Enter a whole number.');
		}
		if (min !== undefined && number < min) {
			throw this.error(column, `is ${number}; it has to be ${min} or more`, 'Correct the row.');
		}
		return number;
	}

	/** Epoch milliseconds. A time without an offset is one of `zone`. Blank and absent give `fallback`. */
	time(column: string, { fallback, zone }: { fallback?: number; zone?: string } = {}): number {
		const value = this.row[column];
		if (isBlank(value)) return this.fallback(column, fallback);
		const epoch = toEpoch(value, zone);
		if (epoch === undefined) {
			throw this.error(
				column,
				`is not a time: ${shown(value)}`,
				'Use a time as 2026-11-24T09:00:00+08:00 or 2026-11-24 09:00.',
			);
		}
		return epoch;
	}

	/** A yes or no: booleans, and the words and numbers that sheets use for them. */
	flag(column: string, fallback?: boolean): boolean {
		const value = this.row[column];
		if (isBlank(value)) return this.fallback(column, fallback);
		const word = String(value).trim().toLowerCase();
		if (['true', '1', 'yes', 'y', '是'].includes(word)) return true;
		if (['false', '0', 'no', 'n', '否'].includes(word)) return false;
		throw this.error(column, `is neither yes nor no: ${shown(value)}`, 'Use true or false.');
	}

	private fallback<T>(column: string, fallback: T | undefined): T {
		if (fallback !== undefined) return fallback;
		throw this.error(column, 'is missing', `Check that the rows have a column '${column}'.`);
	}
}

function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `"${cutText(text, 40)}"`;
}
