/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { existsSync } from 'node:fs';
import { createAnalyzer } from '../../nodes/WeChatTextInsight/engine/analyzer';
import { hotWords } from '../../nodes/WeChatTextInsight/engine/hotWords';
import { lexiconScore } from '../../nodes/WeChatTextInsight/engine/lexicon';
import { MAX_LENGTH, read } from '../../nodes/WeChatTextInsight/engine/readable';
import { trainModel } from '../../nodes/WeChatTextInsight/engine/train';
import { createSegmenter } from '../../nodes/shared/text/segment';
import { readCorpus, type CorpusText } from '../harness/corpus';
import { accuracyOf, JUDGED, leaveOneSourceOut, type Accuracy } from '../harness/polarityTraining';
import { toExamples } from '../harness/moodExamples';
import { COMMENTS } from '../unit/engagement/textInsight/comments';

/** Least figures; a bench that falls below ends with an error. */
const LEAST = { heldOut: 0.929, surest: 0.93, perSecond: 50_000 };
/** Four times the text may cost a little more than four times the time: caches are finite. */
const MOST_GROWTH = 6;

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function show(name: string, { texts, all, surest, calibrationError }: Accuracy): void {
	console.log(
		`${name}: ${percent(all)} of ${texts} texts, surest 80 %: ${percent(surest)}, calibration error ${percent(calibrationError)}`,
	);
}

function demand(isMet: boolean, what: string): void {
	if (!isMet) throw new Error(`Not reached: ${what}`);
}

/** Time of the processor, so that other work on the machine does not count. */
function seconds(work: () => void): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1_000_000;
}

/** Seconds of the fastest of some runs: the others were disturbed. */
function fastest(work: () => void, runs = 12): number {
	return Math.min(...Array.from({ length: runs }, () => seconds(work)));
}

function judgeShipped(corpus: CorpusText[]): void {
	const analyzer = createAnalyzer();
	const judged = corpus.filter(({ fold }) => fold === JUDGED);
	const insights = judged.map(({ text }) => analyzer.analyze(text));
	const answers = judged.map(({ isPositive, source }, at) => ({
		isPositive,
		source,
		positive: ((insights[at]?.polarity ?? 0) + 1) / 2,
	}));
	const result = accuracyOf(answers);
	show('Held-out texts, shipped weights', result);
	for (const source of new Set(judged.map((text) => text.source))) {
		show(`  ${source}`, accuracyOf(answers.filter((answer) => answer.source === source)));
	}
	const words = judged.map(({ isPositive, text }) => {
		const { score } = lexiconScore(read(text).words);
		return { isPositive, positive: 1 / (1 + Math.exp(-score)) };
	});
	show('  for comparison, lexicon alone', accuracyOf(words));
	const decided = insights.filter(({ sentiment }) => sentiment !== 'neutral').length;
	const right = insights.filter(
		({ sentiment }, at) => sentiment === (judged[at]?.isPositive ? 'positive' : 'negative'),
	).length;
	console.log(
		`  called positive or negative: ${percent(decided / judged.length)}, right of these ${percent(right / decided)}`,
	);
	demand(result.all >= LEAST.heldOut, `${percent(LEAST.heldOut)} on held-out texts`);
	demand(result.surest >= LEAST.surest, `${percent(LEAST.surest)} on the surest four fifths`);
}

function judgeTransfer(corpus: CorpusText[]): void {
	const examples = toExamples(corpus.filter(({ fold }) => fold !== JUDGED));
	for (const [source, accuracy] of leaveOneSourceOut(examples)) {
		show(`Learned without ${source}, judged on it`, accuracy);
	}
}

/** How soon labels of one's own pay: part of a source to learn from, the rest to be judged on. */
function judgeOwnTraining(corpus: CorpusText[]): void {
	const own = corpus.filter(({ fold, source }) => fold === JUDGED && source.startsWith('waimai'));
	// The corpus is sorted by label: every other text.
	const toLearn = own.filter((_, at) => at % 2 === 0);
	const toJudge = own.filter((_, at) => at % 2 === 1);
	const labelled = toLearn.map(({ text, isPositive }) => ({
		text,
		label: isPositive ? 'positive' : 'negative',
	}));
	const { model, accuracy } = trainModel(labelled);
	const judge = (given?: string): Accuracy => {
		const analyzer = createAnalyzer({ model: given });
		return accuracyOf(
			toJudge.map(({ text, isPositive }) => ({
				isPositive,
				positive: (analyzer.analyze(text).polarity + 1) / 2,
			})),
		);
	};
	show('Food delivery, shipped model', judge());
	show(
		`Food delivery, ${toLearn.length} labels of its own (own estimate ${percent(accuracy)})`,
		judge(model),
	);
	console.log(`  size of the own model: ${(model.length / 1_024).toFixed(1)} KB`);
	const many = corpus
		.filter((_, at) => at % 6 === 0)
		.map(({ text, isPositive }) => ({
			text,
			label: isPositive ? '1' : '0',
		}));
	console.log(
		`  training on ${many.length} texts: ${seconds(() => trainModel(many)).toFixed(1)} s`,
	);
}

function measureSpeed(comments: string[]): void {
	const analyzer = createAnalyzer();
	const segment = createSegmenter();
	const characters = comments.reduce((sum, text) => sum + text.length, 0);
	const time = fastest(() => comments.forEach((text) => analyzer.analyze(text)));
	const rate = comments.length / time;
	console.log(
		`Analyze: ${Math.round(rate)} comments/s (mean length ${(characters / comments.length).toFixed(0)})`,
	);
	const own = fastest(() => comments.forEach((text) => segment(text)));
	const rival = new Intl.Segmenter('zh', { granularity: 'word' });
	const theirs = fastest(() => comments.forEach((text) => [...rival.segment(text)]), 2);
	console.log(
		`Segmentation: ${Math.round(characters / own / 1_000)} characters/ms, ${(theirs / own).toFixed(1)} × as fast as Intl.Segmenter`,
	);
	demand(rate >= LEAST.perSecond, `${LEAST.perSecond} comments/s`);
}

/** Texts made to be slow: what a careless pattern goes through again and again. */
const HOSTILE = [
	'a',
	'1',
	'不',
	'没有',
	'哈',
	'a.',
	'a@',
	'13',
	'怎么',
	'[',
	'[微',
	'微信',
	'http://',
	' ',
	'好不',
	'㍿',
];

function measureGrowth(): void {
	const analyzer = createAnalyzer();
	let worst = 0;
	for (const piece of HOSTILE) {
		const text = (length: number) =>
			piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
		const [short, long] = [text(MAX_LENGTH / 4), text(MAX_LENGTH)];
		const time = (given: string) =>
			fastest(() => {
				for (let run = 0; run < 50; run++) analyzer.analyze(given);
			});
		time(short);
		worst = Math.max(worst, time(long) / time(short));
	}
	const huge = seconds(() => analyzer.analyze('不好看'.repeat(1_000_000)));
	console.log(
		`Four times the text costs at most ${worst.toFixed(1)} × the time; 3,000,000 characters: ${(huge * 1_000).toFixed(1)} ms`,
	);
	demand(worst <= MOST_GROWTH, 'time linear in the length of the text');
}

/** Needs the corpus for accuracy (path in CORPUS); the rest works without. */
export function bench(): void {
	const path = process.env.CORPUS;
	const corpus = path && existsSync(path) ? readCorpus(path) : undefined;
	const short = corpus?.map(({ text }) => text).filter((text) => text.length <= 60);
	const own = COMMENTS.map(([, text]) => text);
	if (corpus) {
		judgeShipped(corpus);
		judgeTransfer(corpus);
		judgeOwnTraining(corpus);
		const texts = corpus.filter((_, at) => at % 6 === 0).map(({ text }) => text);
		console.log(
			`Hot words of ${texts.length} texts: ${seconds(() => hotWords(texts)).toFixed(2)} s`,
		);
	} else {
		console.log(
			'Accuracy skipped: set CORPUS to a table with source, label and text (docs/text-insight.md).',
		);
	}
	measureGrowth();
	measureSpeed(short?.slice(0, 20_000) ?? Array.from({ length: 200 }, () => own).flat());
}
