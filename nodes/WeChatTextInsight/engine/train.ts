import { max } from 'lodash';
import { evidenceOf } from './evidence';
import { Features, hashedSpace } from './features';
import { checkLabels, countLabels, distinctTexts, type LabelledText } from './labels';
import { calibrate, learn, scoreOf, type Example } from './logistic';
import { FORMAT, moodOf, ownDense, type StoredOwnModel, type StoredVector } from './ownModel';
import { MAX_LENGTH, read } from './readable';
import { decide } from './sentiment';
import { Topics } from '../../shared/text/topics';
import { packWeights } from './weights';

export interface Training {
	/** To be given to `createAnalyzer` as `model`; at most 64 KB. */
	model: string;
	/** Whether the labels are moods, so that the model decides the sentiment. */
	isMood: boolean;
	labels: string[];
	/** Texts learned from: repeated ones count once. */
	examples: number;
	/** Share of right labels on texts that the model had not seen (cross-validation in five parts), 0 to 1. */
	accuracy: number;
	/** Mean over the labels of F1, the harmonic mean of precision and recall; the same cross-validation. */
	macroF1: number;
	/** Share of the most frequent label: what answering it always would reach. */
	majorityShare: number;
	/** Share that the shipped model gets right on the same texts; only for moods. */
	shippedAccuracy?: number;
}

/** Bytes that all vectors share: with base64 and the rest they stay below 64 KB of text. */
const WEIGHT_BYTES = 40_000;
const FOLDS = 5;
const COST = 1;

interface Sample {
	label: string;
	fold: number;
	indexes: Int32Array;
	values: Float64Array;
	shipped: string;
}

function toSamples(texts: LabelledText[], buckets: number): Sample[] {
	const features = new Features(hashedSpace(buckets), MAX_LENGTH);
	const seen = new Map<string, number>();
	return texts.map(({ text, label }) => {
		const reading = read(text);
		const evidence = evidenceOf(reading, new Topics(reading.words).of('intent'));
		features.read(reading.grams);
		const dense = ownDense(evidence);
		const fold = seen.get(label) ?? 0;
		seen.set(label, fold + 1);
		return {
			label,
			fold: fold % FOLDS,
			indexes: Int32Array.from([
				...features.buckets.subarray(0, features.size),
				...dense.map((_, at) => buckets + at),
			]),
			values: Float64Array.from([...features.values.subarray(0, features.size), ...dense]),
			shipped: decide(evidence).sentiment,
		};
	});
}

/** Learns whether it is `label`; calibrates on scores of texts that were left out. */
function trainVector(
	samples: Sample[],
	label: string,
	buckets: number,
	width: number,
): { vector: StoredVector; held: number[] } {
	const examples: Array<Example & { fold: number }> = samples.map((sample) => ({
		indexes: sample.indexes,
		values: sample.values,
		fold: sample.fold,
		isPositive: sample.label === label,
	}));
	const held: number[] = examples.map(() => 0);
	for (let fold = 0; fold < FOLDS; fold++) {
		const weights = learn(
			examples.filter((example) => example.fold !== fold),
			{ width, cost: COST },
		);
		examples.forEach((example, at) => {
			if (example.fold === fold) held[at] = scoreOf(weights, example);
		});
	}
	const calibration = calibrate(
		held,
		examples.map(({ isPositive }) => isPositive),
	);
	const weights = learn(examples, { width, cost: COST });
	const short = (value: number) => Number(value.toFixed(4));
	const vector = {
		...packWeights(weights.subarray(0, buckets)),
		dense: [...weights.subarray(buckets, width)].map(short),
		bias: short(weights[width] ?? 0),
		calibration,
	};
	const probabilities = held.map(
		(score) => 1 / (1 + Math.exp(-(calibration.slope * score + calibration.offset))),
	);
	return { vector, held: probabilities };
}

function macroF1(samples: Sample[], answers: string[], labels: string[]): number {
	const scores = labels.map((label) => {
		const hits = samples.filter((sample, at) => sample.label === label && answers[at] === label);
		const given = answers.filter((answer) => answer === label).length;
		const wanted = samples.filter((sample) => sample.label === label).length;
		return (2 * hits.length) / Math.max(1, given + wanted);
	});
	return scores.reduce((sum, score) => sum + score, 0) / labels.length;
}

/**
 * Learns a model from an operator's own labelled texts. Labels that name moods (positive, neutral, negative, in
 * the usual ways of writing them) give a model that decides the sentiment; other labels give one that adds a label.
 * What the shipped lexicon and model say is part of what is learned from, so a few hundred texts are enough to
 * correct them for one account.
 *
 * @throws UserInputError with fewer than two labels, more than 12, or fewer than 5 texts of one
 */
export function trainModel(texts: LabelledText[]): Training {
	const distinct = distinctTexts(texts);
	const counts = countLabels(distinct);
	checkLabels(counts);
	const labels = [...counts.keys()];
	const asked = labels.length === 2 ? labels.slice(0, 1) : labels;
	const buckets = Math.floor(WEIGHT_BYTES / asked.length);
	const samples = toSamples(distinct, buckets);
	const width = (max(samples.map(({ indexes }) => indexes.at(-1) ?? 0)) ?? 0) + 1;
	const trained = asked.map((label) => trainVector(samples, label, buckets, width));
	const answers = samples.map((_, at) => {
		const shares = trained.map(({ held }) => held[at] ?? 0);
		if (shares.length === 1) return labels[(shares[0] ?? 0) >= 0.5 ? 0 : 1] ?? '';
		return labels[shares.indexOf(max(shares) ?? 0)] ?? '';
	});
	const isMood = labels.every((label) => moodOf(label) === label);
	const shareOf = (isRight: (sample: Sample, at: number) => boolean) =>
		Math.round((samples.filter(isRight).length / samples.length) * 1_000) / 1_000;
	const stored: StoredOwnModel = {
		format: FORMAT,
		labels,
		isMood,
		buckets,
		vectors: trained.map(({ vector }) => vector),
	};
	return {
		model: JSON.stringify(stored),
		isMood,
		labels,
		examples: samples.length,
		accuracy: shareOf(({ label }, at) => answers[at] === label),
		macroF1: Math.round(macroF1(samples, answers, labels) * 1_000) / 1_000,
		majorityShare: Math.round(((max([...counts.values()]) ?? 0) / samples.length) * 1_000) / 1_000,
		...(isMood && { shippedAccuracy: shareOf(({ label, shipped }) => label === shipped) }),
	};
}
