import { DAY_MS, MINUTE_MS } from './days';
import { Info } from 'luxon';
import { UserInputError } from '../inputError';

/** What clocks on the wall show in a time zone. Times are epoch milliseconds. */
export interface WallClock {
	/** How far the clock is ahead of UTC, in milliseconds. */
	offsetAt(at: number): number;
	/** `2026-11-24T09:00` */
	timeAt(at: number): string;
	/** The moment, to the second, at which the clock is put forward or back between two times. */
	changeBetween(low: number, high: number): number;
}

const SECOND_MS = 1_000;
const SHOWN = 'yyyy-MM-ddTHH:mm'.length;

/** Remembers what has been worked out for a day. */
export function memoised<T>(work: (day: number) => T): (day: number) => T {
	const known = new Map<number, T>();
	return (day) => {
		const before = known.get(day);
		if (before !== undefined) return before;
		const value = work(day);
		known.set(day, value);
		return value;
	};
}

/**
 * @param name IANA name as `Asia/Shanghai`, or `UTC+8`
 * @throws UserInputError when the zone is unknown
 */
export function wallClock(name: string): WallClock {
	const zone = Info.normalizeZone(name);
	if (!zone.isValid) {
		throw new UserInputError(
			`'Time Zone' is not known: "${name}"`,
			'Use a name as Asia/Shanghai or Europe/Berlin.',
		);
	}
	const ask = (at: number): number => zone.offset(at) * MINUTE_MS;
	/** NaN for a day on which the clock is changed. */
	const offsetOfDay = memoised((day: number): number => {
		const offset = ask(day * DAY_MS);
		return offset === ask((day + 1) * DAY_MS) ? offset : NaN;
	});
	// Asking the zone is slow, so that is done once for most days.
	const offsetAt = (at: number): number => {
		const offset = offsetOfDay(Math.floor(at / DAY_MS));
		return Number.isNaN(offset) ? ask(at) : offset;
	};
	return {
		offsetAt,
		timeAt: (at) => new Date(at + offsetAt(at)).toISOString().slice(0, SHOWN),
		changeBetween(low, high) {
			const before = offsetAt(low);
			let [from, to] = [Math.floor(low / SECOND_MS), Math.ceil(high / SECOND_MS)];
			while (to - from > 1) {
				const middle = Math.floor((from + to) / 2);
				if (offsetAt(middle * SECOND_MS) === before) from = middle;
				else to = middle;
			}
			return to * SECOND_MS;
		},
	};
}
