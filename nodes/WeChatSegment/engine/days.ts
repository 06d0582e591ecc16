export const DAY_MS = 86_400_000;

/** Shanghai has kept +08:00 without summer time since 1991, so its days need no calendar. */
const OFFSET_MS = 8 * 3_600_000;

/** Number of the day in Shanghai that holds a time (epoch milliseconds); neighbours differ by one. */
export const dayOf = (epoch: number): number => Math.floor((epoch + OFFSET_MS) / DAY_MS);

/** Number of the week in Shanghai, from Monday to Sunday. Day 0 was a Thursday. */
export const weekOf = (epoch: number): number => Math.floor((dayOf(epoch) + 3) / 7);

/** Minutes since midnight in Shanghai. */
export const minuteOfDay = (epoch: number): number =>
	Math.floor(((epoch + OFFSET_MS) % DAY_MS) / 60_000);

/** Epoch milliseconds of a minute of a day in Shanghai. */
export const epochOf = (day: number, minute: number): number =>
	day * DAY_MS - OFFSET_MS + minute * 60_000;
