import {
	Features,
	hashedSpace,
	type FeatureSpace,
} from '../../nodes/WeChatTextInsight/engine/features';
import { KnownRuns, packRuns, SHORT_HASHES } from '../../nodes/WeChatTextInsight/engine/knownRuns';
import { lexiconScore } from '../../nodes/WeChatTextInsight/engine/lexicon';
import { calibrate, learn, type Weights } from '../../nodes/WeChatTextInsight/engine/logistic';
import {
	polarityFeatures,
	PolarityModel,
	type StoredModel,
} from '../../nodes/WeChatTextInsight/engine/polarity';
import { MAX_LENGTH } from '../../nodes/WeChatTextInsight/engine/readable';
import { OWN, weighed, withOpinion, type CorpusExample } from './moodExamples';
import { calibrateOpinion, chooseOpinionRuns, learnOpinion } from './opinionTraining';

/** Runs of characters that the model keeps: those that weigh most in a first round with all of them. */
const KEPT = 60_000;
/** How much the number of texts with a run counts beside its weight when it is chosen. */
const FREQUENCY = 0.3;
const COST = 2;
/** Each run is scaled by how unevenly it falls to the two sides, of which so much is the same for all. */
const EVEN = 0.3;
const MOST_UNEVEN = 2.5;
/** A text of the project counts as so many: they are few, and hard. */
const OWN_COUNTS = 2;
/** The same for how sure the model says that it is. */
const OWN_CALIBRATES = 6;

/** Folds of `readCorpus`. */
export const JUDGED = 0;
const CALIBRATION = 1;

const rounded = (value: number): number => Number(value.toFixed(4));

interface Counted {
	indexes: Int32Array;
	values: Float32Array;
	isPositive: boolean;
}

/** Log-ratios of how often a run stands in texts of the two sides (Wang, Manning 2012), evened out. */
function unevenness(counted: Counted[], size: number): Float64Array {
	const counts = { yes: new Float64Array(size).fill(1), no: new Float64Array(size).fill(1) };
	for (const { indexes, isPositive } of counted) {
		const side = isPositive ? counts.yes : counts.no;
		for (const index of indexes) side[index] = (side[index] ?? 0) + 1;
	}
	const sum = (list: Float64Array) => list.reduce((total, count) => total + count, 0);
	const all = Math.log(sum(counts.yes) / sum(counts.no));
	return counts.yes.map((count, at) => {
		const ratio = Math.abs(Math.log(count / (counts.no[at] ?? 1)) - all);
		return EVEN + (1 - EVEN) * Math.min(MOST_UNEVEN, ratio);
	});
}

/** Learns a weight for each run of a space, and for the dense features behind them. */
function learnRuns(
	given: CorpusExample[],
	space: FeatureSpace,
): { weights: Weights; texts: Float64Array } {
	const features = new Features(space, MAX_LENGTH);
	const examples = weighed(withOpinion(given), OWN_COUNTS);
	const counted = examples.map(({ reading, isPositive = false }) => {
		features.read(reading.grams);
		return {
			indexes: features.buckets.slice(0, features.size),
			values: Float32Array.from(features.values.subarray(0, features.size)),
			isPositive,
		};
	});
	const scale = unevenness(counted, space.size);
	const texts = new Float64Array(space.size);
	const scaled = counted.map(({ indexes, values, isPositive }, at) => {
		const dense = polarityFeatures(examples[at]?.clues.lexicon ?? lexiconScore(''));
		for (const index of indexes) texts[index] = (texts[index] ?? 0) + 1;
		return {
			indexes: Int32Array.from([...indexes, ...dense.map((_, place) => space.size + place)]),
			values: Float32Array.from([
				...values.map((value, place) => value * (scale[indexes[place] ?? 0] ?? 1)),
				...dense,
			]),
			isPositive,
		};
	});
	const width = space.size + polarityFeatures(lexiconScore('')).length;
	const weights = learn(scaled, { width, cost: COST });
	for (let at = 0; at < space.size; at++) weights[at] = (weights[at] ?? 0) * (scale[at] ?? 1);
	return { weights, texts };
}

/** The runs that the model knows, and which of them tell opinions from none, by their numbers. */
interface Runs {
	all: number[];
	ofOpinion: number[];
}

function chooseRuns(examples: CorpusExample[]): Runs {
	const { longest, edge } = new KnownRuns([]);
	const space = hashedSpace(SHORT_HASHES, longest, edge);
	const { weights, texts } = learnRuns(examples, space);
	const weight = (run: number) =>
		Math.abs(weights[run] ?? 0) * (1 + (texts[run] ?? 0)) ** FREQUENCY;
	const seen = [...texts.keys()].filter((run) => (texts[run] ?? 0) > 0);
	seen.sort((one, other) => weight(other) - weight(one));
	const ofOpinion = new Set(chooseOpinionRuns(weighed(examples, OWN_COUNTS), space));
	const all = [...new Set([...seen.slice(0, KEPT), ...ofOpinion])].sort(
		(one, other) => one - other,
	);
	return { all, ofOpinion: [...all.keys()].filter((at) => ofOpinion.has(all[at] ?? 0)) };
}

function learnModel(examples: CorpusExample[], runs: Runs): StoredModel {
	const space = new KnownRuns(runs.all);
	const { weights } = learnRuns(examples, space);
	return {
		...packRuns(runs.all, weights.subarray(0, space.size)),
		dense: [...weights.subarray(space.size, weights.length - 1)].map(rounded),
		bias: rounded(weights.at(-1) ?? 0),
		calibration: { slope: 1, offset: 0 },
		opinion: learnOpinion(weighed(examples, OWN_COUNTS), space, runs.ofOpinion),
	};
}

/**
 * Learns from the examples outside the fold for judging. Calibrated on a fold that is first left out and then
 * learned from as well: a tenth more of examples hardly changes how scores and frequencies go together.
 */
export function trainPolarity(examples: CorpusExample[]): StoredModel {
	const known = examples.filter(({ fold, source }) => fold !== JUDGED || source === OWN);
	const held = weighed(
		known.filter(({ fold }) => fold === CALIBRATION),
		OWN_CALIBRATES,
	);
	const runs = chooseRuns(known);
	const stored = learnModel(
		known.filter(({ fold }) => fold !== CALIBRATION),
		runs,
	);
	const model = new PolarityModel(stored);
	const polar = withOpinion(held);
	const { slope, offset } = calibrate(
		polar.map(({ reading, clues }) => model.judge(reading, clues).score),
		polar.map(({ isPositive }) => isPositive ?? false),
	);
	const final = learnModel(known, runs);
	return {
		...final,
		calibration: { slope: rounded(slope), offset: rounded(offset) },
		opinion: { ...final.opinion, calibration: calibrateOpinion(held, model) },
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
		withOpinion(examples).map(({ reading, clues, isPositive = false }) => ({
			positive: model.judge(reading, clues).positive,
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
