import type { Contacts } from './contacts';

/** How R, F and M become scores from 1 (worst) to 5 (best). */
export type Scoring =
	| { method: 'quantile' }
	| {
			method: 'fixed';
			/** Most days for the scores 5, 4, 3 and 2, ascending. */
			recency: number[];
			/** Least values for the scores 2, 3, 4 and 5, ascending. */
			frequency: number[];
			monetary: number[];
	  }
	| { method: 'mean' };

export interface Scores {
	r: Uint8Array;
	f: Uint8Array;
	m: Uint8Array;
	/** Bit 1: R is better than the mean, bit 2: F, bit 4: M. */
	aboveMean: Uint8Array;
}

const BEST = 5;

/**
 * Quantile of a sorted list by linear interpolation: type 7 of Hyndman and Fan, the default of R.
 *
 * @param share from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	const position = (sorted.length - 1) * share;
	const below = Math.floor(position);
	const rest = position - below;
	return rest === 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
}

/**
 * The four bounds between five bins, as the R package rfm sets them: a quintile plus one, so that a
 * value equal to the quintile still belongs to the lower bin.
 */
export function quintileBounds(values: Float64Array): number[] {
	if (values.length === 0) return [];
	const sorted = values.slice().sort();
	return [0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share) + 1);
}

/** 1 + how many bounds are reached. */
function binOf(value: number, bounds: number[]): number {
	let bin = 1;
	for (const bound of bounds) if (value >= bound) bin += 1;
	return bin;
}

/** R counts the other way round: few days are good, and a bound itself is still reached. */
function fixedRecency(days: number, most: number[]): number {
	let score = BEST;
	for (const bound of most) if (days > bound) score -= 1;
	return score;
}

function meanOf(values: Float64Array): number {
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}

/** The values of those who follow the account: who has left must not move the bounds of the others. */
function ofFollowers(values: Float64Array, isFollower: Uint8Array): Float64Array {
	return values.filter((_, index) => isFollower[index] === 1);
}

/**
 * Scores every follower. With `quantile` the scores are relative to all followers, as in the R package
 * rfm; with `fixed` they are comparable over time; with `mean` each is 5 above the mean and 1 below.
 */
export function scoreContacts(contacts: Contacts, scoring: Scoring): Scores {
	const { recencyDays, frequency, monetary, isFollower } = contacts;
	const count = recencyDays.length;
	const columns = [recencyDays, frequency, monetary].map((values) =>
		ofFollowers(values, isFollower),
	);
	const [meanDays, meanFrequency, meanMonetary] = columns.map(meanOf);
	const [days, visits, value] = scoring.method === 'quantile' ? columns.map(quintileBounds) : [];
	const scores: Scores = {
		r: new Uint8Array(count),
		f: new Uint8Array(count),
		m: new Uint8Array(count),
		aboveMean: new Uint8Array(count),
	};
	for (let index = 0; index < count; index++) {
		const above =
			(recencyDays[index] <= meanDays ? 1 : 0) +
			(frequency[index] > meanFrequency ? 2 : 0) +
			(monetary[index] > meanMonetary ? 4 : 0);
		scores.aboveMean[index] = above;
		if (scoring.method === 'mean') {
			scores.r[index] = above & 1 ? BEST : 1;
			scores.f[index] = above & 2 ? BEST : 1;
			scores.m[index] = above & 4 ? BEST : 1;
		} else if (scoring.method === 'fixed') {
			scores.r[index] = fixedRecency(recencyDays[index], scoring.recency);
			scores.f[index] = binOf(frequency[index], scoring.frequency);
			scores.m[index] = binOf(monetary[index], scoring.monetary);
		} else {
			scores.r[index] = BEST + 1 - binOf(recencyDays[index], days);
			scores.f[index] = binOf(frequency[index], visits);
			scores.m[index] = binOf(monetary[index], value);
		}
	}
	return scores;
}
