import { Features, type FeatureSpace } from '../../nodes/WeChatTextInsight/engine/features';
import { packAscending } from '../../nodes/WeChatTextInsight/engine/knownRuns';
import {
	calibrate,
	learn,
	type Calibration,
	type Example,
	type Weights,
} from '../../nodes/WeChatTextInsight/engine/logistic';
import { opinionFeatures, type StoredOpinion } from '../../nodes/WeChatTextInsight/engine/opinion';
import type { PolarityModel } from '../../nodes/WeChatTextInsight/engine/polarity';
import { MAX_LENGTH } from '../../nodes/WeChatTextInsight/engine/readable';
import { packWeights } from '../../nodes/WeChatTextInsight/engine/weights';
import { OWN, type CorpusExample } from './moodExamples';

/** Runs of characters that tell opinions from none: those that weigh most. */
const KEPT = 4_000;
const FREQUENCY = 0.3;
const COST = 1;
/** Of the reviews of other places, all of which have an opinion, every so many are enough. */
const EVERY = 8;

const rounded = (value: number): number => Number(value.toFixed(4));

const chosenOf = (examples: readonly CorpusExample[]): CorpusExample[] =>
	examples.filter(
		({ source, isPositive }, at) => source === OWN || isPositive === undefined || at % EVERY === 0,
	);

function toOpinions(
	examples: readonly CorpusExample[],
	space: FeatureSpace,
	isKept: (run: number) => boolean,
): Example[] {
	const features = new Features(space, MAX_LENGTH);
	return examples.map(({ reading, clues, isPositive }) => {
		features.read(reading.grams);
		const dense = opinionFeatures(clues);
		const places = Array.from({ length: features.size }, (_, place) => place).filter((place) =>
			isKept(features.buckets[place] ?? 0),
		);
		return {
			indexes: Int32Array.from([
				...places.map((place) => features.buckets[place] ?? 0),
				...dense.map((_, at) => space.size + at),
			]),
			values: Float32Array.from([...places.map((place) => features.values[place] ?? 0), ...dense]),
			isPositive: isPositive !== undefined,
		};
	});
}

function learnOpinions(opinions: Example[]): Weights {
	const [first] = opinions;
	const width = (first?.indexes[first.indexes.length - 1] ?? 0) + 1;
	return learn(opinions, { width, cost: COST });
}

/** The runs of a space that tell opinions from none, in ascending order. */
export function chooseOpinionRuns(
	examples: readonly CorpusExample[],
	space: FeatureSpace,
): number[] {
	const opinions = toOpinions(chosenOf(examples), space, () => true);
	const weights = learnOpinions(opinions);
	const texts = new Map<number, number>();
	for (const { indexes } of opinions) {
		for (let at = 0; at < indexes.length; at++) {
			const run = indexes[at] ?? 0;
			if (run < space.size) texts.set(run, (texts.get(run) ?? 0) + 1);
		}
	}
	const weight = ([run, count]: [number, number]) =>
		Math.abs(weights[run] ?? 0) * (1 + count) ** FREQUENCY;
	return [...texts]
		.sort((one, other) => weight(other) - weight(one))
		.slice(0, KEPT)
		.map(([run]) => run)
		.sort((one, other) => one - other);
}

/** Learns how much runs and clues speak for an opinion. @param runs numbers of the runs to use, in ascending order */
export function learnOpinion(
	examples: readonly CorpusExample[],
	space: FeatureSpace,
	runs: number[],
): StoredOpinion {
	const kept = new Set(runs);
	const weights = learnOpinions(toOpinions(chosenOf(examples), space, (run) => kept.has(run)));
	return {
		runs: packAscending(runs),
		...packWeights(runs.map((run) => weights[run] ?? 0)),
		dense: [...weights.subarray(space.size, weights.length - 1)].map(rounded),
		bias: rounded(weights.at(-1) ?? 0),
		calibration: { slope: 1, offset: 0 },
	};
}

/** How scores and frequencies go together. @param model without calibration, which has not learned from the texts */
export function calibrateOpinion(
	held: readonly CorpusExample[],
	model: PolarityModel,
): Calibration {
	const chosen = chosenOf(held);
	const { slope, offset } = calibrate(
		chosen.map(({ reading, clues }) => {
			const { opinion } = model.judge(reading, clues);
			const share = Math.min(1 - 1e-9, Math.max(1e-9, opinion));
			return Math.log(share / (1 - share));
		}),
		chosen.map(({ isPositive }) => isPositive !== undefined),
	);
	return { slope: rounded(slope), offset: rounded(offset) };
}
