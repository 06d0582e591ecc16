import type { Similar } from '../../../shared/text/gramIndex';
import model from '../data/likeness.json';
import { featuresOf, FEATURES } from './compare';
import { prepare, type Prepared } from './prepared';

/*
 * How sure it is that a message asks what a text of the library answers: a logistic combination of what both share and
 * of what tells them apart, learned from pairs of questions (scripts/data/train-likeness.mjs).
 */

const weights: readonly number[] = FEATURES.map((name) => model.weights[name]);

/** Among many texts one is like a message by chance. */
const USUAL_TEXTS = 1_000;
const FEWEST_TEXTS = 300;

/** From the learned scale to one on which 0.55 is good enough for an answer, and 0.3 for an offer. */
const scaled = (logit: number): number => 1 / (1 + Math.exp(-(model.slope * logit + model.shift)));

const ENTRY_COVERED = FEATURES.indexOf('entryCovered');
/**
 * A text of which a message has less than this says something else, however the rest of the two compares: of 4,000 true
 * paraphrases six share less. The learned weights know no messages that have nothing to do with a library.
 */
const LEAST_COVERED = 0.3;

export function logitOf(features: readonly number[]): number {
	return features.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
}

/** The texts of a library, each made ready when it is first compared. */
export class Likeness {
	private readonly prepared: Array<Prepared | undefined>;
	private readonly chance: number;

	constructor(private readonly texts: readonly string[]) {
		this.prepared = texts.map(() => undefined);
		this.chance = model.chance * Math.log(Math.max(FEWEST_TEXTS, texts.length) / USUAL_TEXTS);
	}

	/** 0 … 1 for each of the texts found for a message, in the order of retrieval. */
	scoresOf(message: string, found: readonly Similar[]): number[] {
		const asked = prepare(message);
		const ranks = found.map(({ rank }) => rank);
		return found.map(({ text, similarity, rank }, place) => {
			const entry = (this.prepared[text] ??= prepare(this.texts[text] ?? ''));
			const other = ranks[place === 0 ? 1 : 0] ?? 0;
			const margin = rank > 0 ? other / rank : 0;
			const features = featuresOf(asked, entry, { similarity, margin });
			if ((features[ENTRY_COVERED] ?? 0) < LEAST_COVERED) return 0;
			const logit = logitOf(features) - this.chance;
			return Math.round(scaled(logit) * 1_000) / 1_000;
		});
	}
}
