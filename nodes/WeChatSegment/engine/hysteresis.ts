import { dayOf, weekOf } from '../../shared/calendar/days';
import type { Segment } from './segments';

/** What the last run stored about a follower. */
export interface PreviousState {
	segment: Segment;
	/** Segment that the person would move to; empty when there is none. */
	pending: Segment | '';
	/** Runs in a row that found `pending`. */
	pendingRuns: number;
	/** Epoch milliseconds of the run. */
	at: number;
}

export interface SettledState {
	segment: Segment;
	pending: Segment | '';
	pendingRuns: number;
}

export interface HysteresisRules {
	/** Runs in a row that have to find another segment before a person moves. */
	runsToMove: number;
	/** Several runs within one of these periods (Shanghai) count as one. */
	runsPer: 'day' | 'week';
	/** Epoch milliseconds. */
	now: number;
}

const SILENT = new Set<Segment>(['dormant', 'lost']);

/**
 * Moves a person only when several runs in a row find the same other segment, so that nobody jumps to
 * and fro at a bound. Facts are no noise: who leaves the account is lost at once, and who comes back
 * is no longer dormant or lost. A second run on the same day, or in the same week, does not count again.
 */
export function settle(
	found: Segment,
	isFollower: boolean,
	previous: PreviousState | undefined,
	{ runsToMove, runsPer, now }: HysteresisRules,
): SettledState {
	const settled: SettledState = { segment: found, pending: '', pendingRuns: 0 };
	if (!previous || previous.segment === found || !isFollower) return settled;
	if (SILENT.has(previous.segment) && !SILENT.has(found)) return settled;
	const periodOf = runsPer === 'week' ? weekOf : dayOf;
	const isRepeated = periodOf(previous.at) === periodOf(now);
	const before = previous.pending === found ? previous.pendingRuns : 0;
	const runs = isRepeated ? Math.max(before, 1) : before + 1;
	return runs >= runsToMove
		? settled
		: { segment: previous.segment, pending: found, pendingRuns: runs };
}
