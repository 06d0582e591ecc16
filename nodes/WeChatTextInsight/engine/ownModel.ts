import { max } from 'lodash';
import { UserInputError } from '../../shared/inputError';
import { Features, hashedSpace } from './features';
import type { Calibration } from './logistic';
import { probability } from './logistic';
import { denseFeatures } from './polarity';
import { MAX_LENGTH, type Reading } from './readable';
import { decide, type Evidence, type Mood, type Sentiment } from './sentiment';
import { unpackWeights } from './weights';

/** Marks the text of a model, so that another text is refused. */
export const FORMAT = 'weChatTextInsight/1';

/** One yes-or-no model: is it this label? */
export interface StoredVector {
	/** Packed by `packWeights`, with `largest`. */
	weights: string;
	largest: number;
	/** Weights of `ownDense`. */
	dense: number[];
	bias: number;
	calibration: Calibration;
}

/** A model learned from an operator's own texts, as it stands in a row of a table. */
export interface StoredOwnModel {
	format: typeof FORMAT;
	/** Two labels share one vector, that of the first; three and more have one each. */
	labels: string[];
	/** Whether the labels are moods: then the model decides the sentiment, else it adds a label. */
	isMood: boolean;
	buckets: number;
	vectors: StoredVector[];
}

/** What the shipped parts say about a text: an own model learns where they are wrong, not all from nothing. */
export function ownDense({ polarity, lexicon, questionDegree }: Evidence): number[] {
	return [
		Math.max(-2, Math.min(2, polarity.score / 3)),
		...denseFeatures(lexicon),
		questionDegree / 2,
		lexicon.positive + lexicon.negative === 0 ? 1 : 0,
	];
}

function isNumbers(value: unknown): value is number[] {
	return Array.isArray(value) && value.every((entry) => Number.isFinite(entry));
}

function isVector(value: unknown): value is StoredVector {
	if (typeof value !== 'object' || value === null) return false;
	if (!('weights' in value && 'largest' in value && 'bias' in value && 'dense' in value))
		return false;
	if (!('calibration' in value) || typeof value.calibration !== 'object') return false;
	return (
		typeof value.weights === 'string' &&
		isNumbers([value.largest, value.bias]) &&
		isNumbers(value.dense) &&
		value.calibration !== null &&
		isNumbers(Object.values(value.calibration))
	);
}

function isOwnModel(value: unknown): value is StoredOwnModel {
	if (typeof value !== 'object' || value === null) return false;
	if (!('format' in value && 'labels' in value && 'buckets' in value && 'vectors' in value))
		return false;
	return (
		value.format === FORMAT &&
		Array.isArray(value.labels) &&
		value.labels.length >= 2 &&
		Number.isInteger(value.buckets) &&
		Array.isArray(value.vectors) &&
		value.vectors.every(isVector)
	);
}

/**
 * Reads the text that `trainModel` gave.
 *
 * @throws UserInputError when it is something else
 */
export function parseOwnModel(text: string): StoredOwnModel {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		value = undefined;
	}
	if (isOwnModel(value)) return value;
	throw new UserInputError(
		"'Model' is not a model of this node",
		"Use the column 'model' of a row that the operation Train gave, unchanged.",
	);
}

/** Turns names for moods, as people write them in a column, into the three moods. */
export function moodOf(label: string): Sentiment | undefined {
	switch (label.trim().toLowerCase()) {
		case 'positive':
		case 'pos':
		case '正面':
		case '积极':
		case '好评':
			return 'positive';
		case 'neutral':
		case 'neu':
		case '中性':
		case '中评':
			return 'neutral';
		case 'negative':
		case 'neg':
		case '负面':
		case '消极':
		case '差评':
			return 'negative';
		default:
			return undefined;
	}
}

export interface OwnVerdict {
	/** The sentiment, where the model is about moods. */
	mood?: Mood;
	/** The label, where it is about something else. */
	label?: { label: string; labelConfidence: number };
}

/** Applies an operator's own model on top of what the shipped parts say. */
export class OwnModel {
	private readonly features: Features;
	private readonly weights: Float32Array[];

	constructor(private readonly stored: StoredOwnModel) {
		this.features = new Features(hashedSpace(stored.buckets), MAX_LENGTH);
		this.weights = stored.vectors.map(({ weights, largest }) => unpackWeights(weights, largest));
	}

	/** Log-odds of each vector before calibration. */
	scores({ grams }: Reading, evidence: Evidence): number[] {
		const { features, stored } = this;
		features.read(grams);
		const dense = ownDense(evidence);
		return stored.vectors.map((vector, position) => {
			let score = vector.bias + features.dot(this.weights[position] ?? []);
			dense.forEach((value, at) => (score += value * (vector.dense[at] ?? 0)));
			return score;
		});
	}

	/** Probability of each label; together they are 1. */
	probabilities(reading: Reading, evidence: Evidence): number[] {
		const { vectors } = this.stored;
		const each = this.scores(reading, evidence).map((score, at) => {
			const vector = vectors[at];
			return vector ? probability(score, vector.calibration) : 0;
		});
		const [first = 0] = each;
		if (each.length === 1) return [first, 1 - first];
		const sum = each.reduce((total, share) => total + share, 0);
		return each.map((share) => (sum > 0 ? share / sum : 1 / each.length));
	}

	judge(reading: Reading, evidence: Evidence): OwnVerdict {
		const { labels, isMood } = this.stored;
		const shares = this.probabilities(reading, evidence);
		const confidence = max(shares) ?? 0;
		const label = labels[shares.indexOf(confidence)] ?? '';
		if (!isMood)
			return { label: { label, labelConfidence: Math.round(confidence * 1_000) / 1_000 } };
		const of = (mood: Sentiment) => shares[labels.indexOf(mood)] ?? 0;
		const [positive, negative] = [of('positive'), of('negative')];
		// Without neutral examples the model only knows for or against; whether there is an opinion stays our rule.
		if (!labels.includes('neutral')) {
			const polarity = { ...evidence.polarity, positive };
			return { mood: decide({ ...evidence, polarity }) };
		}
		const sentiment = moodOf(label) ?? 'neutral';
		return { mood: { sentiment, confidence, polarity: positive - negative } };
	}
}
