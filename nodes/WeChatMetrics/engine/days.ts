/** Milliseconds of a day. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** China has had one zone without summer time since 1991, so its days can be counted. */
const SHANGHAI = 8 * HOUR;

/** Number of the Shanghai day that holds a time; 0 is 1970-01-01. */
export function dayOf(epoch: number): number {
	return Math.floor((epoch + SHANGHAI) / DAY);
}

/** Epoch milliseconds at which a day begins in Shanghai. */
export function startOf(day: number): number {
	return day * DAY - SHANGHAI;
}

/** `yyyy-MM-dd` */
export function dayText(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday, as in the Chinese week. */
export function weekdayOf(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** Hour of the day in Shanghai, 0 to 23. */
export function hourOf(epoch: number): number {
	return Math.floor((epoch + SHANGHAI - dayOf(epoch) * DAY) / HOUR);
}
