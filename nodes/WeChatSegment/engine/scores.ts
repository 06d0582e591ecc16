import { valueAt } from '../../shared/valueAt';
import { floatAt } from './typedArrays';
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
	const lower = valueAt(sorted, below);
	return rest === 0 ? lower : lower + rest * (valueAt(sorted, below + 1) - lower);
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

/** How the values of one column become scores, and which of them are better than the mean. */
interface Scorer {
	scoreOf: (value: number) => number;
	isAboveMean: (value: number) => boolean;
}

/** Few days are good. */
function recencyScorer(days: Float64Array, scoring: Scoring): Scorer {
	const mean = meanOf(days);
	const isAboveMean = (value: number) => value <= mean;
	switch (scoring.method) {
		case 'mean':
			return { isAboveMean, scoreOf: (value) => (isAboveMean(value) ? BEST : 1) };
		case 'fixed':
			return { isAboveMean, scoreOf: (value) => fixedRecency(value, scoring.recency) };
		case 'quantile': {
			const bounds = quintileBounds(days);
			return { isAboveMean, scoreOf: (value) => BEST + 1 - binOf(value, bounds) };
		}
	}
}

/** Many visits and a high value are good. */
function amountScorer(
	amounts: Float64Array,
	scoring: Scoring,
	column: 'frequency' | 'monetary',
): Scorer {
	const mean = meanOf(amounts);
	const isAboveMean = (value: number) => value > mean;
	if (scoring.method === 'mean') {
		return { isAboveMean, scoreOf: (value) => (isAboveMean(value) ? BEST : 1) };
	}
	const bounds = scoring.method === 'fixed' ? scoring[column] : quintileBounds(amounts);
	return { isAboveMean, scoreOf: (value) => binOf(value, bounds) };
}

/**
 * Scores every follower. With `quantile` the scores are relative to all followers, as in the R package
 * rfm; with `fixed` they are comparable over time; with `mean` each is 5 above the mean and 1 below.
 */
export function scoreContacts(contacts: Contacts, scoring: Scoring): Scores {
	const { recencyDays, frequency, monetary, isFollower } = contacts;
	const days = recencyScorer(ofFollowers(recencyDays, isFollower), scoring);
	const visits = amountScorer(ofFollowers(frequency, isFollower), scoring, 'frequency');
	const value = amountScorer(ofFollowers(monetary, isFollower), scoring, 'monetary');
	return {
		r: new Uint8Array(recencyDays.map(days.scoreOf)),
		f: new Uint8Array(frequency.map(visits.scoreOf)),
		m: new Uint8Array(monetary.map(value.scoreOf)),
		aboveMean: new Uint8Array(
			recencyDays.map(
				(recency, index) =>
					(days.isAboveMean(recency) ? 1 : 0) +
					(visits.isAboveMean(floatAt(frequency, index)) ? 2 : 0) +
					(value.isAboveMean(floatAt(monetary, index)) ? 4 : 0),
			),
		),
	};
}
