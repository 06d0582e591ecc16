import { once } from 'lodash';
import shipped from './data/model.json';
import { Features } from './features';
import { KnownRuns, unpackAscending, type StoredRuns } from './knownRuns';
import type { LexiconScore } from './lexicon';
import { probability, type Calibration } from './logistic';
import { opinionOf, opinionWeights, type Clues, type StoredOpinion } from './opinion';
import { MAX_LENGTH, type Reading } from './readable';
import { unpackWeights } from './weights';

/** Signs and turns of speech beyond this say no more. */
const LOUDEST = 4;
/**
 * Log-odds per point of turns of speech, and how far they silence runs of characters, which are read without them. Set by
 * hand on top of what is learned: reviews are long, and know few of them.
 */
const FIGURE_WEIGHT = 0.2;
const FIGURE_SILENCE = 5;

function limited(value: number, limit: number): number {
	return Math.max(-limit, Math.min(limit, value));
}

/** The lexicon's view of a text as numbers of about one, for a linear model. */
export function denseFeatures(lexicon: LexiconScore): number[] {
	const { positive, negative, score, last, isSarcastic } = lexicon;
	return [
		Math.log1p(positive),
		Math.log1p(negative),
		limited(score / 3, 3),
		limited(last / 2, 3),
		isSarcastic ? 1 : 0,
	];
}

/** The same with what only the shipped model looks at: turns of speech, emoticons, praise beside blame. */
export function polarityFeatures(lexicon: LexiconScore): number[] {
	const { positive, negative, figures, emoticons } = lexicon;
	return [
		...denseFeatures(lexicon),
		limited(figures, LOUDEST) / 2,
		limited(emoticons, LOUDEST) / 2,
		Math.log1p(Math.min(positive, negative)),
	];
}

/** A linear model as it stands in a data file. */
export interface StoredModel extends StoredRuns {
	/** Weights of `polarityFeatures`. */
	dense: number[];
	bias: number;
	calibration: Calibration;
	/** Whether there is an opinion at all. */
	opinion: StoredOpinion;
}

/** How positive a text is, and whether it has an opinion at all. */
export interface Polarity {
	/** Log-odds of positive before calibration. */
	score: number;
	/** Calibrated probability that the text is positive, if it has an opinion. */
	positive: number;
	/** Calibrated probability that it has one. */
	opinion: number;
}

/** Judges positive against negative, and opinion against none: n-grams and clues in one regression each. */
export class PolarityModel {
	private readonly weights: Float32Array;
	private readonly opinionWeights: Float32Array;
	private readonly features: Features;

	constructor(private readonly stored: StoredModel) {
		this.weights = unpackWeights(stored.weights, stored.largest);
		this.opinionWeights = opinionWeights(stored.opinion, this.weights.length);
		this.features = new Features(new KnownRuns(unpackAscending(stored.hashes)), MAX_LENGTH);
	}

	judge(reading: Reading, clues: Clues): Polarity {
		const { features, stored } = this;
		features.read(reading.grams);
		const figures = limited(clues.lexicon.figures, LOUDEST);
		const runs = features.dot(this.weights) / (1 + Math.abs(figures) / FIGURE_SILENCE);
		let score = stored.bias + runs + figures * FIGURE_WEIGHT;
		polarityFeatures(clues.lexicon).forEach(
			(value, at) => (score += value * (stored.dense[at] ?? 0)),
		);
		return {
			score,
			positive: probability(score, stored.calibration),
			opinion: opinionOf(stored.opinion, features.dot(this.opinionWeights), clues),
		};
	}
}

/** The shipped model, unpacked on first use. */
export const shippedPolarity = once(() => new PolarityModel(shipped));
