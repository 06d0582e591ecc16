/*
 * Learns how texts are written that matter (nodes/shared/text/likeness):
 * `node scripts/data/train-texts.mjs urgent|wording|offers [questions.tsv] [reviews.tsv]`.
 *
 * From texts of this project (scripts/data/<name>/texts.tsv, and the dev part of the set in test/understanding); the held part is
 * never read. Questions (text, …) and good reviews (source, 1, text) of other places, where given, stand for
 * everyday traffic: numbers are learned from them, no text is kept. Prints figures on texts that were left out in turn.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { modelText, rowsOf, scoreAbove, scoresOf } from '../lib/likeness.mjs';
import { loadTypeScript } from '../lib/load.mjs';

const [name, questions, reviews] = process.argv.slice(2);

/** How each set is read: where the model lies, how kinds of the evaluation set are called, what a text is judged by. */
const SETS = {
	urgent: {
		model: 'nodes/shared/text/urgent/data/likeness.json',
		set: 'urgent',
		harmless: 'harmless',
		as: { injury: 'safety', foodSafety: 'safety', threat: 'exposure' },
		reader: async () => {
			const { readForLearning } = await loadTypeScript('nodes/shared/text/urgent/urgent.ts');
			return readForLearning;
		},
	},
	wording: {
		model: 'nodes/shared/wording/data/likeness.json',
		set: 'compliance',
		harmless: 'fine',
		as: {
			induceShare: 'induced-sharing',
			induceFollow: 'induced-following',
			induceInteract: 'induced-likes',
			superlative: 'absolute-claims',
			medical: 'medical-claims',
			prizeLimit: 'prize-too-valuable',
			privacy: 'sensitive-data',
			finance: 'finance-promises',
		},
		reader: async () => {
			const { readForLearning } = await loadTypeScript('nodes/shared/wording/check.ts');
			return readForLearning;
		},
	},
	offers: {
		model: 'nodes/shared/text/offers/data/likeness.json',
		set: 'contacts',
		harmless: 'none',
		as: { contact: 'spam' },
		reader: async () => {
			const { readForLearning } = await loadTypeScript('nodes/shared/text/sensitive.ts');
			return readForLearning;
		},
	},
};
const chosen = SETS[name];
if (!chosen) {
	console.error(
		'Usage: node scripts/data/train-texts.mjs urgent|wording|offers [questions] [reviews]',
	);
	process.exit(2);
}
const OPTIONS = { bits: 15, kindBits: 11, cost: 3 };
const EVERYDAY = 700;
/** Harmless texts of the left-out ones that may be taken for others by likeness alone. */
const ALARMS = 0.015;
/** Texts that a rule has rightly found, of the left-out ones, that likeness may take back. */
const LOST = 0.03;

const { model, set, harmless, as } = chosen;
// The engine reads the file that is written here.
if (!existsSync(model)) writeFileSync(model, '{}');
const read = await chosen.reader();
const { readSet } = await loadTypeScript('test/harness/understanding.ts');

const textOf = ({ kind, text }, isOwn) => ({ ...read(text), kind: as[kind] ?? kind, isOwn });
const texts = [
	...rowsOf(`scripts/data/${name}/texts.tsv`).map((row) => textOf(row, true)),
	...readSet(set, 'dev').map((row) => textOf(row, false)),
];

/** Some of a list, evenly. */
const someOf = (list, count) =>
	list.filter((_, at) => at % Math.max(1, Math.floor(list.length / count)) === 0);
const linesOf = (path) =>
	path
		? readFileSync(path, 'utf8')
				.split('\n')
				.map((line) => line.split('\t'))
		: [];
const everyday = [
	...someOf([...new Set(linesOf(questions).map(([text]) => text))], EVERYDAY),
	...someOf(
		linesOf(reviews)
			.filter(([, label, text]) => label === '1' && text?.length < 50)
			.map(([, , text]) => text),
		EVERYDAY,
	),
]
	.filter((text) => text)
	.map((text) => textOf({ kind: harmless, text }, false))
	.filter(({ ruled }) => ruled.length === 0);

const isPositive = ({ kind }) => kind !== harmless;
const scores = scoresOf(texts, everyday, isPositive, OPTIONS);
texts.forEach((text, at) => {
	text.score = scores[at];
});
const scoresWhere = (test) => texts.filter(test).map(({ score }) => score);
const like = scoreAbove(
	scoresWhere((text) => !isPositive(text)),
	ALARMS,
);
// What the rules find in the dev part says little: they were mended by it.
const unlike = scoreAbove(
	scoresWhere((text) => text.isOwn && isPositive(text) && text.ruled.length > 0),
	1 - LOST,
);
const share = (list, test) => `${((100 * list.filter(test).length) / list.length).toFixed(1)} %`;
const counts = ({ score, ruled }) => score >= like || (ruled.length > 0 && score >= unlike);
for (const [title, part] of [
	['texts of this project', texts.filter(({ isOwn }) => isOwn)],
	['dev part', texts.filter(({ isOwn }) => !isOwn)],
]) {
	const [positive, others] = [part.filter(isPositive), part.filter((text) => !isPositive(text))];
	const told = (test) => `${share(positive, test)} / ${share(others, test)}`;
	console.log(
		`${title}, left out in turn: rules ${told(({ ruled }) => ruled.length > 0)}, likeness ${told(({ score }) => score >= like)}, both ${told(counts)}`,
	);
}
console.log(
	`like ${like.toFixed(2)}, unlike ${unlike.toFixed(2)}, ${everyday.length} everyday texts`,
);

const kinds = [...new Set(texts.filter(isPositive).map(({ kind }) => kind))].sort();
writeFileSync(
	model,
	modelText([...texts, ...everyday], {
		kinds,
		isPositive,
		thresholds: { like, unlike },
		...OPTIONS,
	}),
);
process.exit(0);
