import { dayOf, MINUTE_MS, startOfDay } from '../calendar/days';

/** Minutes since midnight in Shanghai. */
export const minuteOfDay = (epoch: number): number =>
	Math.floor((epoch - startOfDay(dayOf(epoch))) / MINUTE_MS);

/** Epoch milliseconds of a minute of a day in Shanghai. */
export const epochOf = (day: number, minute: number): number =>
	startOfDay(day) + minute * MINUTE_MS;
