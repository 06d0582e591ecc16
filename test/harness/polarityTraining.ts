import { Features } from '../../nodes/WeChatTextInsight/engine/features';
import { lexiconScore, type LexiconScore } from '../../nodes/WeChatTextInsight/engine/lexicon';
import { calibrate, learn, type Example } from '../../nodes/WeChatTextInsight/engine/logistic';
import {
	denseFeatures,
	PolarityModel,
	type StoredModel,
} from '../../nodes/WeChatTextInsight/engine/polarity';
import { MAX_LENGTH, read, type Reading } from '../../nodes/WeChatTextInsight/engine/readable';
import { packWeights } from '../../nodes/WeChatTextInsight/engine/weights';
import type { CorpusText } from './corpus';

const BUCKETS = 1 << 17;
const COST = 0.8;

/** Folds of `readCorpus`. */
export const JUDGED = 0;
const CALIBRATION = 1;

export interface CorpusExample extends Example {
	reading: Reading;
	lexicon: LexiconScore;
	source: string;
	fold: number;
}

const rounded = (value: number): number => Number(value.toFixed(4));

/** Turns texts into what the learner and the model read. */
export function toExamples(texts: CorpusText[]): CorpusExample[] {
	const features = new Features(BUCKETS, MAX_LENGTH);
	return texts.map(({ text, source, fold, isPositive }) => {
		const reading = read(text);
		const lexicon = lexiconScore(reading.words);
		features.read(reading.grams);
		const dense = denseFeatures(lexicon);
		const buckets = features.buckets.subarray(0, features.size);
		const values = features.values.subarray(0, features.size);
		return {
			reading,
			lexicon,
			source,
			fold,
			isPositive,
			indexes: Int32Array.from([...buckets, ...dense.map((_, at) => BUCKETS + at)]),
			values: Float32Array.from([...values, ...dense]),
		};
	});
}

function learnModel(examples: CorpusExample[]): StoredModel {
	const width = BUCKETS + denseFeatures(lexiconScore('')).length;
	const learned = learn(examples, { width, cost: COST });
	return {
		buckets: BUCKETS,
		dense: [...learned.subarray(BUCKETS, width)].map(rounded),
		bias: rounded(learned[width] ?? 0),
		calibration: { slope: 1, offset: 0 },
		...packWeights(learned.subarray(0, BUCKETS)),
	};
}

/**
 * Learns from the examples outside the fold for judging. Calibrated on a fold that is first left out and then
 * learned from as well: a tenth more of examples hardly changes how scores and frequencies go together.
 */
export function trainPolarity(examples: CorpusExample[]): StoredModel {
	const known = examples.filter(({ fold }) => fold !== JUDGED);
	const held = known.filter(({ fold }) => fold === CALIBRATION);
	const model = new PolarityModel(learnModel(known.filter(({ fold }) => fold !== CALIBRATION)));
	const { slope, offset } = calibrate(
		held.map(({ reading, lexicon }) => model.judge(reading, lexicon).score),
		held.map(({ isPositive }) => isPositive),
	);
	return {
		...learnModel(known),
		calibration: { slope: rounded(slope), offset: rounded(offset) },
	};
}

/** Shares from 0 to 1 of right answers. */
export interface Accuracy {
	texts: number;
	all: number;
	/** Of the four fifths about which the model is surest. */
	surest: number;
	/** Mean distance between stated confidence and share of right answers, over ten bins (ECE). */
	calibrationError: number;
}

export interface Answer {
	/** Probability of positive. */
	positive: number;
	isPositive: boolean;
}

export function accuracyOf(answers: Answer[]): Accuracy {
	const judged = answers
		.map(({ positive, isPositive }) => ({
			confidence: Math.max(positive, 1 - positive),
			isRight: positive > 0.5 === isPositive,
		}))
		.sort((one, other) => other.confidence - one.confidence);
	const share = (list: typeof judged) =>
		list.filter(({ isRight }) => isRight).length / Math.max(1, list.length);
	const bins = Array.from({ length: 10 }, (_, bin) =>
		judged.filter(({ confidence }) => Math.min(9, Math.floor((confidence - 0.5) * 20)) === bin),
	);
	const gaps = bins.map((list) => {
		const stated = list.reduce((sum, { confidence }) => sum + confidence, 0);
		return Math.abs(stated - share(list) * list.length);
	});
	return {
		texts: answers.length,
		all: share(judged),
		surest: share(judged.slice(0, Math.floor(judged.length * 0.8))),
		calibrationError: gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, judged.length),
	};
}

/** How a stored model does on examples. */
export function judgeModel(stored: StoredModel, examples: CorpusExample[]): Accuracy {
	const model = new PolarityModel(stored);
	return accuracyOf(
		examples.map(({ reading, lexicon, isPositive }) => ({
			positive: model.judge(reading, lexicon).positive,
			isPositive,
		})),
	);
}

/** For each source: a model that has never seen it, judged on it. */
export function leaveOneSourceOut(examples: CorpusExample[]): Map<string, Accuracy> {
	const sources = [...new Set(examples.map(({ source }) => source))].sort();
	return new Map(
		sources.map((source) => {
			const model = trainPolarity(examples.filter((example) => example.source !== source));
			const own = examples.filter((example) => example.source === source);
			return [source, judgeModel(model, own)];
		}),
	);
}
