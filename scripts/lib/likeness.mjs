/* Learns a likeness (nodes/shared/text/likeness) from texts with kinds. */
import { readFileSync } from 'node:fs';
import { loadTypeScript } from './load.mjs';

const { learn, scoreOf } = await loadTypeScript('nodes/WeChatTextInsight/engine/logistic.ts');
const { eachFeature } = await loadTypeScript('nodes/shared/text/likeness/features.ts');
const { characterOf, MOST } = await loadTypeScript('nodes/shared/text/likeness/weights.ts');

const PARTS = 8;
const PASSES = 12;

/** Rows of a table of kind and text. */
export const rowsOf = (path) =>
	readFileSync(path, 'utf8')
		.split('\n')
		.slice(1)
		.filter((line) => line !== '')
		.map((line) => {
			const [kind, text] = line.split('\t');
			return { kind, text };
		});

/** A text as the learner takes it. @param texts with `plain`, in the form that is judged later, and `marks` */
function exampleOf({ plain, marks = [] }, bits) {
	const indexes = [];
	const values = [];
	eachFeature(plain, marks, bits, (place, value) => {
		indexes.push(place);
		values.push(value);
	});
	return { indexes, values };
}

function modelOf(texts, isPositive, { bits, cost }) {
	const examples = texts.map((text) => ({
		...exampleOf(text, bits),
		isPositive: isPositive(text),
	}));
	return learn(examples, { width: 2 ** bits, cost, passes: PASSES });
}

/** Scores of texts by models that have not seen them: each part is left out in turn. `always` is learned from each time. */
export function scoresOf(texts, always, isPositive, options) {
	const scores = new Array(texts.length);
	for (let part = 0; part < PARTS; part++) {
		const weights = modelOf(
			[...texts.filter((_, at) => at % PARTS !== part), ...always],
			isPositive,
			options,
		);
		texts.forEach((text, at) => {
			if (at % PARTS === part) scores[at] = scoreOf(weights, exampleOf(text, options.bits));
		});
	}
	return scores;
}

/** Weights as one character each; the strongest one in a thousand may be cut. */
function packed(tables) {
	const strengths = tables
		.flatMap((table) => [...table].map(Math.abs))
		.sort((one, other) => one - other);
	const unit = strengths[Math.floor(strengths.length * 0.999)] / MOST;
	const text = tables
		.map((table) => [...table].map((weight) => characterOf(Math.round(weight / unit))).join(''))
		.join('');
	return { unit, text };
}

const rounded = (number) => Math.round(number * 1e6) / 1e6;

/** The file of a model that is learned from all texts. */
export function modelText(texts, { kinds, isPositive, thresholds, bits, kindBits, cost }) {
	const weights = modelOf(texts, isPositive, { bits, cost });
	const positive = texts.filter(isPositive);
	const byKind = kinds.map((kind) =>
		modelOf(positive, (text) => text.kind === kind, { bits: kindBits, cost }),
	);
	const judging = packed([weights.subarray(0, 2 ** bits)]);
	const sorting = packed(byKind.map((table) => table.subarray(0, 2 ** kindBits)));
	const data = {
		bits,
		kindBits,
		unit: rounded(judging.unit),
		kindUnit: rounded(sorting.unit),
		bias: rounded(weights[2 ** bits]),
		...thresholds,
		kinds: kinds.join(' '),
		kindBias: byKind.map((table) => rounded(table[2 ** kindBits])),
		weights: judging.text,
		kindWeights: sorting.text,
	};
	return `${JSON.stringify(data, null, '\t')}\n`;
}

/** The score above which a share of the texts lie. */
export const scoreAbove = (scores, share) =>
	rounded([...scores].sort((one, other) => other - one)[Math.floor(share * scores.length)]);
