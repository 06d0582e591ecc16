const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Asia/Shanghai has been eight hours ahead of UTC, without summer time, since 1991. */
const SHANGHAI = 8 * HOUR;

/**
 * Number of a day in Shanghai; the next day has the next number.
 *
 * @param at epoch milliseconds
 * @param graceHours hours after midnight that still belong to the day before
 */
export function dayNumber(at: number, graceHours = 0): number {
	return Math.floor((at + SHANGHAI - graceHours * HOUR) / DAY);
}

/** `yyyy-MM-dd` of a day number. */
export function dayText(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** `yyyy-MM` of a day number. */
export function monthText(day: number): string {
	return dayText(day).slice(0, 7);
}

/** Day number of `yyyy-MM-dd`; undefined when it is no such day. */
export function dayFromText(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	const epoch = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(epoch)) return undefined;
	const day = epoch / DAY;
	return dayText(day) === text ? day : undefined;
}

/** `2026-11-24 09:00` in Shanghai, for texts that people read. */
export function clockText(at: number): string {
	return new Date(at + SHANGHAI).toISOString().slice(0, 16).replace('T', ' ');
}
