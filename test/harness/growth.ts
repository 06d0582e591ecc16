/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { GCProfiler } from 'node:v8';

/** No work costs less than the clocks can tell. */
const TICK_MS = 0.001;

/** Milliseconds for which the collector of garbage held the work up. */
function heldUp(profiler: GCProfiler): number {
	const pauses = profiler.stop()?.statistics ?? [];
	return pauses.reduce((sum, { cost }) => sum + cost / 1_000, 0);
}

/**
 * What a run costs, in milliseconds. Other work on the machine does not count: of the time on the wall it is the share in
 * which the processor was ours. Nor does the collector of garbage, which takes the longer the more else lives in the
 * process: beside the modules of many tests, what takes ten times as long would seem to take sixteen times as long.
 */
export function costOf(work: () => void): number {
	const profiler = new GCProfiler();
	profiler.start();
	const start = process.cpuUsage();
	const begin = performance.now();
	work();
	const passed = performance.now() - begin;
	const { user, system } = process.cpuUsage(start);
	const share = Math.min(1, (user + system) / 1_000 / passed);
	return Math.max(TICK_MS, (passed - heldUp(profiler)) * share);
}

/** Less is lost in the noise of the clock, so the work is repeated until it costs so much. */
const LEAST_MS = 2;
/** Of so many runs the fastest counts: the others were disturbed. */
const RUNS = 4;
/** A ratio that looks bad is measured so often; what grows too fast does so each time. */
const TRIES = 10;

/** Milliseconds that a piece of work costs. */
export function fastest(work: () => void, runs = RUNS): number {
	let repeats = 1;
	const cost = () =>
		costOf(() => {
			for (let repeat = 0; repeat < repeats; repeat++) work();
		});
	let best = cost();
	while (best < LEAST_MS && repeats < 4_096) {
		repeats *= 4;
		best = cost();
	}
	for (let run = 1; run < runs; run++) best = Math.min(best, cost());
	return best / repeats;
}

/** What costs no more than this at the larger size cannot grow with the square of it. */
const NEGLIGIBLE_MS = 2;

/** What may be spent on an input ten times as large, as a multiple. */
export const MOST_GROWTH = 15;

/**
 * How many times as much an input costs that is ten times as large: 10 is linear, 100 quadratic.
 * No time counts by itself, so that a slow or busy machine gives the same answer; 1 when the larger
 * input costs next to nothing.
 *
 * @param prepare makes the work for an input of a size
 * @param size of the smaller input
 */
export function growthOf(prepare: (size: number) => () => void, size: number): number {
	const [small, large] = [prepare(size), prepare(10 * size)];
	small();
	if (costOf(large) < NEGLIGIBLE_MS || costOf(large) < NEGLIGIBLE_MS) return 1;
	let least = Number.POSITIVE_INFINITY;
	for (let attempt = 0; attempt < TRIES && least > MOST_GROWTH; attempt++) {
		const ratio = fastest(large, attempt + 1) / fastest(small, RUNS + attempt);
		least = Math.min(least, ratio);
	}
	return least;
}
