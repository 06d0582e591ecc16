import { unpackAscending } from './knownRuns';
import type { LexiconScore } from './lexicon';
import { probability, type Calibration } from './logistic';
import type { Manner } from './manner';
import { unpackWeights } from './weights';

/** What tells, beside its runs of characters, whether a text has an opinion. */
export interface Clues {
	lexicon: LexiconScore;
	questionDegree: 0 | 1 | 2;
	/** Letters and digits of the text. */
	letters: number;
	/** Whether the words say that it is about business: buying, taking part, greeting. */
	isBusiness: boolean;
	manner: Manner;
}

/** The part of a stored model that tells opinions from none. */
export interface StoredOpinion {
	/** Positions of the runs that tell, among those of the model; packed by `packAscending`. */
	runs: string;
	/** Their weights, packed by `packWeights` in the same order, with `largest`. */
	weights: string;
	largest: number;
	/** Weights of `opinionFeatures`. */
	dense: number[];
	bias: number;
	calibration: Calibration;
}

const LOUDEST = 4;

const loudness = (value: number): number => Math.min(LOUDEST, Math.abs(value)) / 2;

/** The clues as numbers of about one, for a linear model. */
export function opinionFeatures(clues: Clues): number[] {
	const { lexicon, questionDegree, letters, isBusiness, manner } = clues;
	const { positive, negative, score, emoticons, figures } = lexicon;
	const hasWords = positive + negative > 0;
	const isQuestion = questionDegree > 0;
	return [
		Number(hasWords),
		Math.log1p(positive),
		Math.log1p(negative),
		loudness(score),
		loudness(emoticons),
		loudness(figures),
		Number(isQuestion),
		Number(questionDegree === 2),
		Number(isQuestion && hasWords),
		Number(manner.isPolite),
		Number(manner.isReport),
		Number(manner.isThanksOnly),
		Number(isBusiness),
		Math.log1p(letters) / 4,
		Number(letters === 0),
	];
}

/** Weights of the runs for the question whether there is an opinion, by the numbers of the runs in the model. */
export function opinionWeights(stored: StoredOpinion, runs: number): Float32Array {
	const all = new Float32Array(runs);
	const weights = unpackWeights(stored.weights, stored.largest);
	unpackAscending(stored.runs).forEach((run, at) => (all[run] = weights[at] ?? 0));
	return all;
}

/** Probability that a text has an opinion. @param grams what its runs of characters say */
export function opinionOf(stored: StoredOpinion, grams: number, clues: Clues): number {
	let score = stored.bias + grams;
	opinionFeatures(clues).forEach((value, at) => (score += value * (stored.dense[at] ?? 0)));
	return probability(score, stored.calibration);
}
