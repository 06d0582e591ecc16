/*
 * Learns how urgent texts are written: `node scripts/data/train-urgent.mjs [questions.tsv] [reviews.tsv]`.
 *
 * From texts of this project (scripts/data/urgent/texts.tsv, and the dev part of test/understanding/urgent); the held part is
 * never read. Questions (text, …) and good reviews (source, 1, text) of other places, where given, stand for
 * everyday traffic: numbers are learned from them, no text is kept. Prints figures on texts that were left out in turn.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadTypeScript } from '../lib/load.mjs';

const OUT = 'nodes/shared/text/urgent/data/likeness.json';
/** Kinds of the evaluation set by kinds of the engine. */
const AS = { injury: 'safety', foodSafety: 'safety', threat: 'exposure' };
const PARTS = 8;
const COST = 3;
const EVERYDAY = 2_500;
/** Features that are kept, the strongest. */
const KEPT = 5_000;
const UNIT = 32;
/** Harmless texts of the left-out ones that may be taken for urgent by likeness alone. */
const ALARMS = 0.01;

const save = (content) => writeFileSync(OUT, `${JSON.stringify(content, null, '\t')}\n`);
// The engine reads the file that is written here.
if (!existsSync(OUT))
	save({ bias: 0, like: 99, kindBias: '', features: '', urgent: '', kinds: '' });
const { URGENT_KINDS: KINDS } = await loadTypeScript('nodes/shared/text/urgent/kinds.ts');
const { readSet } = await loadTypeScript('test/harness/understanding.ts');
const { learn, scoreOf } = await loadTypeScript('nodes/WeChatTextInsight/engine/logistic.ts');
const { ruledIn, featuresIn } = await loadTypeScript('nodes/shared/text/urgent/urgent.ts');

const rowsOf = (path) =>
	readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => line.split('\t'));
/** Some of a list, evenly. */
const someOf = (list, count) =>
	list.filter((_, at) => at % Math.max(1, Math.floor(list.length / count)) === 0);

const own = [
	...rowsOf('scripts/data/urgent/texts.tsv')
		.slice(1)
		.map(([kind, text]) => ({ kind, text, isRuled: true })),
	...readSet('urgent', 'dev').map(({ kind, text }) => ({
		kind: AS[kind] ?? kind,
		text,
		isRuled: false,
	})),
];
const [questions, reviews] = process.argv.slice(2);
const everyday = [
	...(questions ? someOf([...new Set(rowsOf(questions).map(([text]) => text))], EVERYDAY) : []),
	...(reviews
		? someOf(
				rowsOf(reviews)
					.filter(([, label, text]) => label === '1' && text?.length < 50)
					.map(([, , text]) => text),
				EVERYDAY,
			)
		: []),
].filter((text) => ruledIn(text).length === 0);

const numbers = new Map();
const numberOf = (feature) =>
	numbers.get(feature) ?? (numbers.set(feature, numbers.size), numbers.size - 1);
function exampleOf(text) {
	const features = [...featuresIn(text)];
	return {
		indexes: features.map(([feature]) => numberOf(feature)),
		values: features.map(([, value]) => value),
	};
}
for (const each of own) each.example = exampleOf(each.text);
const background = everyday.map(exampleOf);
const width = numbers.size;

const modelOf = (texts, isPositive) =>
	learn(
		[
			...texts.map((each) => ({ ...each.example, isPositive: isPositive(each) })),
			...background.map((example) => ({ ...example, isPositive: false })),
		],
		{ width, cost: COST, passes: 12 },
	);
const isUrgent = ({ kind }) => kind !== 'harmless';

own.forEach((each, at) => {
	each.part = at % PARTS;
});
for (let part = 0; part < PARTS; part++) {
	const weights = modelOf(
		own.filter((each) => each.part !== part),
		isUrgent,
	);
	for (const each of own.filter((other) => other.part === part))
		each.score = scoreOf(weights, each.example);
}
const scores = own
	.filter((each) => !isUrgent(each))
	.map(({ score }) => score)
	.sort((one, other) => other - one);
const like = scores[Math.floor(ALARMS * scores.length)];
for (const [name, texts] of [
	['texts of this project', own.filter(({ isRuled }) => isRuled)],
	['dev part', own.filter(({ isRuled }) => !isRuled)],
]) {
	const share = (list, test) => `${((100 * list.filter(test).length) / list.length).toFixed(1)} %`;
	const found = ({ score, text }) => score > like || ruledIn(text).length > 0;
	const [urgent, harmless] = [texts.filter(isUrgent), texts.filter((each) => !isUrgent(each))];
	console.log(
		`${name}, left out in turn: likeness ${share(urgent, ({ score }) => score > like)} / ${share(harmless, ({ score }) => score > like)}, with the rules ${share(urgent, found)} / ${share(harmless, found)}`,
	);
}

const all = modelOf(own, isUrgent);
const kindModels = KINDS.map((kind) => modelOf(own, (each) => each.kind === kind));
const whole = (weight) => Math.round(weight * UNIT);
const LONE_HALF = /\p{Surrogate}/u;
const kept = [...numbers]
	.filter(([feature]) => !LONE_HALF.test(feature))
	.map(([feature, number]) => ({
		feature,
		number,
		strength: Math.abs(all[number]) * (feature.startsWith('list:') ? 10 : 1),
	}))
	.sort((one, other) => other.strength - one.strength)
	.slice(0, KEPT)
	.filter(({ number }) => whole(all[number]) !== 0);
const rounded = (weight) => Math.round(weight * 10_000) / 10_000;
const kindsOf = ({ number }) =>
	all[number] > 0 ? kindModels.map((weights) => whole(weights[number])).join(',') : '-';
save({
	bias: rounded(all[width]),
	like: rounded(like),
	kindBias: kindModels.map((weights) => rounded(weights[width])).join(' '),
	features: kept.map(({ feature }) => feature).join('\t'),
	urgent: kept.map(({ number }) => whole(all[number])).join(' '),
	kinds: kept.map(kindsOf).join(' '),
});
console.log(`${kept.length} of ${width} features, like ${like.toFixed(2)}`);
process.exit(0);
