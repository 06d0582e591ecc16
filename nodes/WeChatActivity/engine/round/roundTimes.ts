import { dayOf, dayText, DAY_MS } from '../../../shared/calendar/days';
import type { ActivityPlan } from './plan';

const PERIODS = { day: DAY_MS, week: 7 * DAY_MS };

/** A round of a plan: its ID, and the plan with the times of the round. */
export interface Round {
	activityId: string;
	plan: ActivityPlan;
}

/**
 * The round that comes next, or is under way: of a plan that repeats, the first that has not ended. Its ID ends
 * with the day on which it starts, in Shanghai.
 *
 * @param now epoch milliseconds
 */
export function roundOf(plan: ActivityPlan, now: number): Round {
	const { id, repeats, startsAt, endsAt, drawAt } = plan;
	if (repeats === '' || startsAt === undefined || endsAt === undefined) {
		return { activityId: id, plan };
	}
	const period = PERIODS[repeats];
	const shift = endsAt > now ? 0 : (Math.floor((now - endsAt) / period) + 1) * period;
	const moved = {
		...plan,
		startsAt: startsAt + shift,
		endsAt: endsAt + shift,
		drawAt: drawAt === undefined ? undefined : drawAt + shift,
	};
	return { activityId: `${id}-${dayText(dayOf(moved.startsAt))}`, plan: moved };
}

const BEACON_DAY = '{date}';

/** The name of a public number with the day on which it comes out. */
export const beaconNameAt = (name: string, drawAt: number | undefined): string =>
	drawAt === undefined ? name : name.replaceAll(BEACON_DAY, dayText(dayOf(drawAt)));

/** A public number that comes into being after a time. */
export interface Beacon {
	name: string;
	/** Epoch milliseconds. */
	at: number;
}

/**
 * The public number that decides, when entries are closed at a time. Where that comes late, after a break, the
 * number of the day may be known already: then it is that of a later day, if the name is made of the day.
 *
 * @returns undefined for a draw without one
 */
export function beaconAfter(
	{ beaconName, drawAt }: ActivityPlan,
	closedAt: number,
): Beacon | undefined {
	if (beaconName === '' || drawAt === undefined) return undefined;
	const isDaily = beaconName.includes(BEACON_DAY);
	const days = drawAt > closedAt || !isDaily ? 0 : Math.floor((closedAt - drawAt) / DAY_MS) + 1;
	const at = drawAt + days * DAY_MS;
	return { name: beaconNameAt(beaconName, at), at };
}
