import { DAY_MS } from '../../shared/calendar/days';
import { ranged } from '../../shared/engagement/numbers';
import type { Period } from '../engine/audit';

/** How far back the rows go that are looked at. */
export const days = ranged(
	'Period (Days)',
	{ fallback: 30, min: 1 },
	{ description: 'What was asked from this many days ago up to now is looked at' },
);

export const periodOf = (length: number, now: number): Period => ({
	from: now - length * DAY_MS,
	to: now,
});
