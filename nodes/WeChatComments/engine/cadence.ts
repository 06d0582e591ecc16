import { nextShanghaiMidnight } from '../../shared/calendar/shanghaiDay';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A minute is never quite a minute from one run to the next. */
const SLACK_MS = 10_000;

/** Most comments come in the first two days, and somebody waits for an answer then. */
const YOUNG_MS = 48 * HOUR_MS;

/** How often comments are read, by the age of the article. */
const STEPS = [
	{ youngerThan: YOUNG_MS, every: MINUTE_MS },
	{ youngerThan: 7 * DAY_MS, every: 5 * MINUTE_MS },
	{ youngerThan: Number.POSITIVE_INFINITY, every: HOUR_MS },
] as const;

/** The part of the calls of a day that may be used ahead of time, when much is going on in the morning. */
const HEAD_START = 0.2;

/** How many calls there are a day, and how many have been made. */
export interface Calls {
	perDay: number;
	used: number;
}

/**
 * When the comments of an article are read next: the younger, the sooner. Older articles wait while more calls
 * have been used than the day has let pass, so that there are calls for the young ones until midnight.
 *
 * @param publishedAt epoch milliseconds, as all times here
 */
export function nextLook(publishedAt: number, now: number, { perDay, used }: Calls): number {
	const age = now - publishedAt;
	const every = STEPS.find(({ youngerThan }) => age < youngerThan)?.every ?? HOUR_MS;
	const next = now + every - SLACK_MS;
	if (age < YOUNG_MS) return next;
	const dayBegan = nextShanghaiMidnight(now) - DAY_MS;
	const shareUsed = used / Math.max(perDay, 1) - HEAD_START;
	return Math.max(next, dayBegan + Math.round(shareUsed * DAY_MS));
}
