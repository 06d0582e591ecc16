import { once } from 'lodash';
import shipped from './data/model.json';
import { Features } from './features';
import { KnownRuns, unpackRuns, type StoredRuns } from './knownRuns';
import type { LexiconScore } from './lexicon';
import { probability, type Calibration } from './logistic';
import { MAX_LENGTH, type Reading } from './readable';
import { unpackWeights } from './weights';

/** Log-odds per point of the emoticon table: set by hand, since the corpora have none. */
const EMOTICON_WEIGHT = 0.9;
const EMOTICON_LIMIT = 4;
/** The same for turns of speech, and how far they silence runs of characters that are read without them. */
const FIGURE_WEIGHT = 0.7;
const FIGURE_LIMIT = 4;
const FIGURE_SILENCE = 3;

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

/** A linear model as it stands in a data file. */
export interface StoredModel extends StoredRuns {
	/** Weights of `denseFeatures`. */
	dense: number[];
	bias: number;
	calibration: Calibration;
}

/** How positive a text is, if it has an opinion at all. */
export interface Polarity {
	/** Log-odds before calibration. */
	score: number;
	/** Calibrated probability that the text is positive. */
	positive: number;
}

/** Judges positive against negative: n-grams and lexicon in one regression, emoticons on top. */
export class PolarityModel {
	private readonly weights: Float32Array;
	private readonly features: Features;

	constructor(private readonly stored: StoredModel) {
		this.weights = unpackWeights(stored.weights, stored.largest);
		this.features = new Features(new KnownRuns(unpackRuns(stored)), MAX_LENGTH);
	}

	judge(reading: Reading, lexicon: LexiconScore): Polarity {
		const { features, weights, stored } = this;
		features.read(reading.grams);
		let grams = 0;
		for (let at = 0; at < features.size; at++) {
			grams += (weights[features.buckets[at] ?? 0] ?? 0) * (features.values[at] ?? 0);
		}
		const figures = limited(lexicon.figures, FIGURE_LIMIT);
		let score = stored.bias + grams / (1 + Math.abs(figures) / FIGURE_SILENCE);
		denseFeatures(lexicon).forEach((value, at) => (score += value * (stored.dense[at] ?? 0)));
		score += limited(lexicon.emoticons, EMOTICON_LIMIT) * EMOTICON_WEIGHT;
		score += figures * FIGURE_WEIGHT;
		return { score, positive: probability(score, stored.calibration) };
	}
}

/** The shipped model, unpacked on first use. */
export const shippedPolarity = once(() => new PolarityModel(shipped));
