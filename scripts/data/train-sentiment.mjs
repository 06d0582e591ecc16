/*
 * node scripts/data/train-sentiment.mjs <corpus.tsv> [--try]
 *
 * Learns the weights of the sentiment model from texts with a polarity and writes them to
 * nodes/WeChatTextInsight/engine/data/model.json. The corpus is a table with the columns source, label
 * (1 positive, 0 negative) and text, separated by tabs, with a header. No text of it gets into the file.
 *
 * A tenth of the texts, chosen by a hash of the text, serves for calibration; another tenth is left
 * out altogether, so that test/bench/textInsight.ts can judge the shipped weights on it.
 *
 * --try writes nothing and shows how well a model does on a source that it has not learned from.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTypeScript } from '../lib/load.mjs';
import { ROOT } from '../lib/process.mjs';

const ENGINE = 'nodes/WeChatTextInsight/engine';
const TARGET = `${ENGINE}/data/model.json`;
const BUCKETS = 1 << 17;
const COST = 0.6;
const JUDGED = 0;
const CALIBRATION = 1;

const { readCorpus } = await loadTypeScript('test/harness/corpus.ts');
const { calibrate, learn } = await loadTypeScript(`${ENGINE}/logistic.ts`);
const { denseFeatures, PolarityModel } = await loadTypeScript(`${ENGINE}/polarity.ts`);
const { Features } = await loadTypeScript(`${ENGINE}/features.ts`);
const { lexiconScore } = await loadTypeScript(`${ENGINE}/lexicon.ts`);
const { MAX_LENGTH, read } = await loadTypeScript(`${ENGINE}/readable.ts`);
const { packWeights } = await loadTypeScript(`${ENGINE}/weights.ts`);

const [path, flag] = process.argv.slice(2);
if (!path) {
	console.error('Usage: node scripts/data/train-sentiment.mjs <corpus.tsv> [--try]');
	process.exit(2);
}

const features = new Features(BUCKETS, MAX_LENGTH);

function toExample({ text, source, fold, isPositive }) {
	const reading = read(text);
	const lexicon = lexiconScore(reading.words);
	features.read(reading.grams);
	const dense = denseFeatures(lexicon);
	const indexes = [
		...features.buckets.subarray(0, features.size),
		...dense.map((_, at) => BUCKETS + at),
	];
	const values = [...features.values.subarray(0, features.size), ...dense];
	return {
		reading,
		lexicon,
		source,
		fold,
		isPositive,
		indexes: Int32Array.from(indexes),
		values: Float32Array.from(values),
	};
}

/** Learns from some of the examples and calibrates on others. */
function train(examples) {
	const toLearn = examples.filter(({ fold }) => fold !== JUDGED && fold !== CALIBRATION);
	const width = BUCKETS + denseFeatures(lexiconScore('')).length;
	const learned = learn(toLearn, { width, cost: COST });
	const stored = {
		buckets: BUCKETS,
		dense: [...learned.subarray(BUCKETS, width)].map((weight) => Number(weight.toFixed(4))),
		bias: Number(learned[width].toFixed(4)),
		...packWeights(learned.subarray(0, BUCKETS)),
		calibration: { slope: 1, offset: 0 },
	};
	const held = examples.filter(({ fold }) => fold === CALIBRATION);
	const raw = new PolarityModel(stored);
	stored.calibration = calibrate(
		held.map(({ reading, lexicon }) => raw.judge(reading, lexicon).score),
		held.map(({ isPositive }) => isPositive),
	);
	return stored;
}

/** Share of right answers in percent: of all texts, and of the four fifths the model is surest about. */
function accuracy(stored, examples) {
	const model = new PolarityModel(stored);
	const answers = examples
		.map(({ reading, lexicon, isPositive }) => {
			const { positive } = model.judge(reading, lexicon);
			return { sureness: Math.abs(positive - 0.5), isRight: positive > 0.5 === isPositive };
		})
		.sort((one, other) => other.sureness - one.sureness);
	const share = (list) =>
		((100 * list.filter(({ isRight }) => isRight).length) / list.length).toFixed(2);
	return `${share(answers)} (surest 80 %: ${share(answers.slice(0, answers.length * 0.8))})`;
}

const examples = readCorpus(path)
	.filter(({ fold }) => fold !== JUDGED)
	.map(toExample);
const model = train(examples);
console.log('weights of the lexicon', model.dense, 'calibration', model.calibration);
console.log(
	'calibration split',
	accuracy(
		model,
		examples.filter(({ fold }) => fold === CALIBRATION),
	),
);
if (flag === '--try') {
	for (const source of new Set(examples.map((example) => example.source))) {
		const others = train(examples.filter((example) => example.source !== source));
		const own = examples.filter((example) => example.source === source);
		console.log(`learned without ${source}, judged on it`, accuracy(others, own));
	}
} else {
	writeFileSync(join(ROOT, TARGET), `${JSON.stringify(model, null, '\t')}\n`);
	console.log(`written: ${TARGET}`);
}
