import {
	FEATURES,
	featuresOf,
	type Feature,
} from '../../nodes/WeChatKeywordRouter/engine/likeness/compare';
import { prepare, type Prepared } from '../../nodes/WeChatKeywordRouter/engine/likeness/prepared';
import { GramIndex } from '../../nodes/shared/text/gramIndex';
import { trialOf, type Pair } from './questionPairs';

interface Example {
	features: number[];
	isRight: boolean;
	weight: number;
}

/** Libraries of the usual size, drawn anew. */
const SIZE = 1_000;
const SEEDS = [1, 2, 3];
/** Of each question the best hits are learned from, those that are not the first less. */
const HITS = 3;
const OTHER_HIT = 0.3;
/** What looks alike is answered wrongly more rarely than what is not in the library at all. */
const LOOK_ALIKE = 0.3;

const STEPS = 400;
const RATE = 0.05;
const DECAY = 1e-4;

function examplesOf(pairs: readonly Pair[]): Example[] {
	const prepared = new Map<string, Prepared>();
	const ready = (text: string): Prepared => {
		const known = prepared.get(text) ?? prepare(text);
		prepared.set(text, known);
		return known;
	};
	const examples: Example[] = [];
	const ask = (
		texts: string[],
		questions: string[],
		right: (place: number) => number,
		weight: number,
	) => {
		const index = new GramIndex(texts);
		questions.forEach((question, place) => {
			const hits = index.search(question, 30);
			hits.slice(0, HITS).forEach(({ text, similarity, rank }, position) => {
				const other = hits[position === 0 ? 1 : 0]?.rank ?? 0;
				const context = { similarity, margin: other / rank };
				examples.push({
					features: featuresOf(ready(question), ready(texts[text] ?? ''), context),
					isRight: text === right(place),
					weight: weight * (position === 0 ? 1 : OTHER_HIT),
				});
			});
		});
	};
	for (const seed of SEEDS) {
		const trial = trialOf(pairs, SIZE, seed);
		ask(trial.library, trial.paraphrases, (place) => place, 1);
		ask(trial.library, trial.unrelated, () => -1, 1);
		ask(trial.confusable, trial.lookAlikes, () => -1, LOOK_ALIKE);
	}
	return examples;
}

/** Logistic regression by steps along the gradient (Adam), on features of mean 0 and deviation 1. */
export function trainLikeness(pairs: readonly Pair[]): Array<[Feature, number]> {
	const examples = examplesOf(pairs);
	const all = examples.length;
	const means = FEATURES.map((name, i) =>
		name === 'one' ? 0 : examples.reduce((sum, { features }) => sum + (features[i] ?? 0), 0) / all,
	);
	const deviations = FEATURES.map((name, i) => {
		if (name === 'one') return 1;
		const mean = means[i] ?? 0;
		const spread = examples.reduce(
			(sum, { features }) => sum + ((features[i] ?? 0) - mean) ** 2,
			0,
		);
		return Math.sqrt(spread / all) || 1;
	});
	const rows = examples.map(({ features }) =>
		features.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1)),
	);
	const total = examples.reduce((sum, { weight }) => sum + weight, 0);
	const weights = FEATURES.map(() => 0);
	const first = FEATURES.map(() => 0);
	const second = FEATURES.map(() => 0);
	for (let step = 1; step <= STEPS; step++) {
		const gradient = weights.map((weight) => DECAY * weight);
		rows.forEach((row, place) => {
			const { isRight = false, weight = 0 } = examples[place] ?? {};
			const logit = row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
			const error = ((1 / (1 + Math.exp(-logit)) - (isRight ? 1 : 0)) * weight) / total;
			row.forEach((value, i) => {
				gradient[i] = (gradient[i] ?? 0) + error * value;
			});
		});
		gradient.forEach((slope, i) => {
			first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope;
			second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope ** 2;
			const mean = (first[i] ?? 0) / (1 - 0.9 ** step);
			const spread = Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** step));
			weights[i] = (weights[i] ?? 0) - (RATE * mean) / (spread + 1e-9);
		});
	}
	const plain = weights.map((weight, i) => weight / (deviations[i] ?? 1));
	const shift = plain.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0);
	return FEATURES.map((name, i) => {
		const weight = (plain[i] ?? 0) - (name === 'one' ? shift : 0);
		return [name, Math.round(weight * 1_000) / 1_000];
	});
}
