import { DateTime } from 'luxon';
import type { BusinessHours } from '../../../../nodes/shared/calendar/businessHours';

const MINUTE_MS = 60_000;

/** Looks at the clock on the wall of one minute. Slow and obvious: nothing is shared with the fast way. */
function isOpen(at: number, hours: BusinessHours): boolean {
	const wall = DateTime.fromMillis(at, { zone: hours.zone });
	const minute = wall.hour * 60 + wall.minute;
	const kind = hours.holidays?.kindOf(wall.toFormat('yyyy-MM-dd'));
	const own = hours.week[wall.weekday - 1] ?? [];
	const special = kind === 'holiday' ? (hours.onHoliday ?? []) : hours.onMovedWorkday;
	const intervals = kind ? (special ?? own) : own;
	return intervals.some(({ from, to }) => minute >= from && minute < to);
}

/** Walks from minute to minute; remembers what it has looked at. Times are whole minutes. */
export class SlowCalendar {
	private readonly seen = new Map<number, boolean>();

	constructor(private readonly hours: BusinessHours) {}

	addBusinessTime(start: number, minutes: number): number {
		let at = start;
		for (let left = minutes; left > 0; at += MINUTE_MS) if (this.isOpen(at)) left -= 1;
		return at;
	}

	businessMinutesBetween(from: number, to: number): number {
		let count = 0;
		for (let at = from; at < to; at += MINUTE_MS) if (this.isOpen(at)) count += 1;
		return count;
	}

	private isOpen(at: number): boolean {
		const known = this.seen.get(at) ?? isOpen(at, this.hours);
		this.seen.set(at, known);
		return known;
	}
}
