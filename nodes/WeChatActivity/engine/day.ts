import { DAY_MS, dayOf, dayText, HOUR_MS } from '../../shared/calendar/days';

/**
 * Number of a day in Shanghai, where the first hours after midnight may still belong to the day before.
 *
 * @param at epoch milliseconds
 */
export function dayNumber(at: number, graceHours = 0): number {
	return dayOf(at - graceHours * HOUR_MS);
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
	const day = epoch / DAY_MS;
	return dayText(day) === text ? day : undefined;
}

/** `2026-11-24 09:00` in Shanghai, for texts that people read. */
export function clockText(at: number): string {
	return new Date(at + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');
}
