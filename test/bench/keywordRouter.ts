/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { existsSync, readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import omit from 'lodash/omit';
import AhoCorasick from 'modern-ahocorasick';
import { readLibrary } from '../../nodes/WeChatKeywordRouter/engine/library';
import { DEFAULT_SETTINGS, Router } from '../../nodes/WeChatKeywordRouter/engine/router';
import type { Outcome } from '../../nodes/WeChatKeywordRouter/engine/types';
import { libraryContent } from '../../nodes/WeChatKeywordRouter/records/library';
import { routeMessages } from '../../nodes/WeChatKeywordRouter/records/routeMessages';
import { keywordHits } from '../../nodes/shared/records/tables/keywordHits';
import { keywords } from '../../nodes/shared/records/tables/keywords';
import { unanswered } from '../../nodes/shared/records/tables/unanswered';
import type { Row } from '../../nodes/shared/rows/row';
import { patternFinder } from '../../nodes/shared/text/phrases';
import {
	LIBRARY_ROWS,
	sampleLibrary,
	sampleQuestions,
	scoreOf,
} from '../unit/engagement/keywordRouter/sample';
import { DataTables } from '../harness/dataTables';
import { generator } from '../harness/random';
import { dataTableRecords } from '../harness/records';
import { answering } from './lib/answering';

const KEYWORDS = 5_000;
const QUESTIONS = 1_000;
const SAMPLES = 10;
/** Fuse.js needs tens of milliseconds for one query. */
const SLOW_QUERIES = 60;

/** Least figures; a bench that falls below ends with an error. */
const LEAST = { perSecond: 20_000, answered: 0.8, right: 0.95, growth: 1.2 };

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function demand(isMet: boolean, what: string): void {
	if (!isMet) throw new Error(`Not reached: ${what}`);
}

/** Calls per second of processor time, so that other work on the machine does not count. */
function rate(texts: readonly string[], work: (text: string) => void): number {
	let best = 0;
	for (let round = 0; round < 5; round++) {
		const start = process.cpuUsage();
		for (let repeat = 0; repeat < 10; repeat++) texts.forEach(work);
		const { user, system } = process.cpuUsage(start);
		best = Math.max(best, (texts.length * 10 * 1_000_000) / (user + system));
	}
	return best;
}

/** The sample library with made-up words of two to five common characters up to 5,000 keywords. */
function bigRows(): Row[] {
	const random = generator(5);
	const characters = Array.from(new Set(Array.from(JSON.stringify(LIBRARY_ROWS)))).filter((c) =>
		/\p{Script=Han}/u.test(c),
	);
	const word = () =>
		Array.from(
			{ length: 2 + Math.floor(random() * 4) },
			() => characters[Math.floor(random() * characters.length)],
		).join('');
	const words = new Set<string>();
	while (words.size < KEYWORDS - LIBRARY_ROWS.length) words.add(word());
	const levels = ['brand', 'product', 'function'];
	const rows = [...words].map((keyword, place) => ({
		key: `word-${place}`,
		keyword,
		level: levels[place % 3],
		reply: keyword,
	}));
	return [...LIBRARY_ROWS, ...rows];
}

function speed(): void {
	const texts = sampleQuestions().map(({ text }) => text);
	const library = readLibrary(bigRows());
	const start = performance.now();
	const router = new Router(library);
	texts.forEach((text) => router.route({ text, at: 0 }));
	console.log(
		`${library.length} keywords made ready in ${Math.round(performance.now() - start)} ms`,
	);
	const routed = rate(texts, (text) => router.route({ text, at: 0 }));
	console.log(`Whole pipeline: ${Math.round(routed)} messages/s`);
	const words = [...new Set(library.map(({ keyword }) => keyword))];
	const find = patternFinder(words.map((keyword) => [keyword]));
	const rival = new AhoCorasick(words);
	const found = rate(texts, (text) => find(text));
	const rivalFound = rate(texts, (text) => rival.search(text));
	console.log(
		`Search for the words only: ${Math.round(found)}/s, modern-ahocorasick ${Math.round(rivalFound)}/s: ${(found / rivalFound).toFixed(1)} times as fast`,
	);
	demand(routed >= LEAST.perSecond, `${LEAST.perSecond} messages/s`);
}

const TEXTS = { heading: '', footer: '', handOver: '', inDanger: '', offerAs: 'links' } as const;

/** Routes messages of different people as the node does, with the store in memory; milliseconds a message. */
async function messageCost(library: readonly Row[]): Promise<() => Promise<number>> {
	const records = dataTableRecords(new DataTables());
	await records.read(keywords);
	await records.remove(keywords, {});
	await records.put(
		keywords,
		library.map((row, place) => ({ key: String(row.key ?? place), ...omit(row, 'enabled') })),
	);
	const texts = sampleQuestions().map(({ text }) => text);
	let count = 0;
	return async () => {
		const start = performance.now();
		for (const text of texts) {
			count += 1;
			const message = { text, key: `m${count}`, openId: `o${count}`, at: Date.now() };
			const open = async () => (await libraryContent.of(records)).routerFor(DEFAULT_SETTINGS);
			await routeMessages(records, [message], open, TEXTS);
		}
		await records.remove(keywordHits, {});
		await records.remove(unanswered, {});
		return (performance.now() - start) / texts.length;
	};
}

/** What a message costs must not depend on the size of the library: it is read and made ready once. */
async function librarySizes(): Promise<void> {
	const [small, large] = [await messageCost(LIBRARY_ROWS), await messageCost(bigRows())];
	await Promise.all([small(), large()]);
	const ratios: number[] = [];
	for (let round = 0; round < 7; round++) {
		const [ofSmall, ofLarge] = [await small(), await large()];
		ratios.push(ofLarge / ofSmall);
		console.log(
			`A message with ${LIBRARY_ROWS.length} keywords ${ofSmall.toFixed(2)} ms, with ${KEYWORDS} ${ofLarge.toFixed(2)} ms`,
		);
	}
	const median = ratios.sort((a, b) => a - b)[3] ?? 0;
	console.log(`${KEYWORDS} keywords against ${LIBRARY_ROWS.length}: ${median.toFixed(2)} times`);
	demand(median <= LEAST.growth, `at most ${LEAST.growth} times with ${KEYWORDS} keywords`);
}

function sample(): void {
	const router = new Router(sampleLibrary());
	const questions = sampleQuestions();
	for (const kind of new Set(questions.map((question) => question.kind))) {
		const ofKind = questions.filter((question) => question.kind === kind);
		const { answered, right } = scoreOf(router, ofKind, Date.now());
		console.log(`  ${kind}: ${ofKind.length} asked, ${answered} answered, ${right} right`);
	}
	const { answered, right } = scoreOf(router, questions, Date.now());
	console.log(
		`60 keywords, ${questions.length} questions: ${percent(answered / questions.length)} answered, ${percent(right / answered)} of the answers right`,
	);
	demand(answered / questions.length >= LEAST.answered, `${percent(LEAST.answered)} answered`);
	demand(right / answered >= LEAST.right, `${percent(LEAST.right)} right`);
}

interface Pair {
	question: string;
	paraphrase: string;
}

interface Protocol {
	name: string;
	/** What two texts have to share to be the same text. */
	same: (text: string) => string;
	/** Least share of questions whose own document comes first. */
	found: number;
}

/**
 * Pairs that share a text are about one question. The file has texts that differ in nothing but punctuation
 * (a half-width and a full-width question mark) in pairs of their own: as documents nobody can tell them
 * apart, so that the stricter figure cannot come near 100 % for any engine.
 */
const PROTOCOLS: readonly Protocol[] = [
	{ name: 'the same text to the letter', same: (text) => text, found: 0.955 },
	{
		name: 'the same text but for punctuation',
		same: (text) =>
			text
				.normalize('NFKC')
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]+/gu, ''),
		found: 0.96,
	},
];

/** The pairs that mean the same; of the pairs about one question the first one stands for it. */
function questionsIn(file: string, same: Protocol['same']): Pair[] {
	const pairs = readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.trim().split('\t'))
		.filter(([, , label]) => label === '1')
		.map(([question = '', paraphrase = '']) => ({ question, paraphrase }));
	const parent = new Map<string, string>();
	const root = (text: string): string => {
		const above = parent.get(text);
		return above === undefined || above === text ? text : root(above);
	};
	for (const { question, paraphrase } of pairs) {
		parent.set(root(same(question)), root(same(paraphrase)));
	}
	return [...new Map(pairs.reverse().map((pair) => [root(same(pair.question)), pair])).values()];
}

/** 1,000 questions drawn by a seed. */
function sampleOf(pairs: readonly Pair[], seed: number): Pair[] {
	const random = generator(seed);
	return pairs
		.map((pair) => ({ ...pair, place: random() }))
		.sort((a, b) => a.place - b.place)
		.slice(0, QUESTIONS);
}

/** Indexes of the questions found for a text, best first. */
type Search = (text: string) => number[];

function nearest(outcome: Outcome): number[] {
	const findings = {
		matched: () => (outcome.status === 'matched' ? [outcome.best, ...outcome.also] : []),
		candidates: () => (outcome.status === 'candidates' ? outcome.candidates : []),
		person: () => (outcome.status === 'person' ? (outcome.nearest ?? []) : []),
	}[outcome.status]();
	return findings.map(({ keyword }) => Number(keyword.id));
}

const grams = (text: string): string[] => {
	const characters = Array.from(text.replace(/\s/g, ''));
	return characters.flatMap((c, place) =>
		place + 1 < characters.length ? [c, c + characters[place + 1]] : [c],
	);
};

function miniSearch(questions: readonly string[], tokenize?: (text: string) => string[]): Search {
	const index = new MiniSearch({ fields: ['text'], ...(tokenize && { tokenize }) });
	index.addAll(questions.map((text, id) => ({ id, text })));
	return (text) => index.search(text).map(({ id }) => Number(id));
}

const ENGINES: Record<string, (questions: readonly string[]) => Search> = {
	'Keyword Router': (questions) => {
		const rows = questions.map((keyword, key) => ({ key: String(key), keyword }));
		const router = new Router(readLibrary(rows));
		return (text) => nearest(router.route({ text, at: 0 }));
	},
	'MiniSearch, its own tokenizer': (questions) => miniSearch(questions),
	'MiniSearch, 1+2-grams': (questions) => miniSearch(questions, grams),
	'Fuse.js': (questions) => {
		const fuse = new Fuse(questions, { includeScore: true, ignoreLocation: true, threshold: 1 });
		return (text) => fuse.search(text, { limit: 3 }).map(({ refIndex }) => refIndex);
	},
};

function retrieval(file: string, { name: protocol, same, found: least }: Protocol): void {
	const found = new Map<string, number>();
	const questions = questionsIn(file, same);
	console.log(`Retrieval, one question: ${protocol}`);
	for (const [name, prepare] of Object.entries(ENGINES)) {
		const most = name === 'Fuse.js' ? SLOW_QUERIES : QUESTIONS;
		let [first, third, asked, spent] = [0, 0, 0, 0];
		for (let seed = 1; seed <= SAMPLES; seed++) {
			const pairs = sampleOf(questions, seed);
			const search = prepare(pairs.map(({ question }) => question));
			const start = performance.now();
			pairs.slice(0, most).forEach(({ paraphrase }, place) => {
				const [one, two, three] = search(paraphrase);
				asked++;
				if (one === place) first++;
				if ([one, two, three].includes(place)) third++;
			});
			spent += performance.now() - start;
		}
		found.set(name, first / asked);
		console.log(
			`  ${name}: R@1 ${percent(first / asked)}, R@3 ${percent(third / asked)}, ${(spent / asked).toFixed(2)} ms a question (${asked} questions)`,
		);
	}
	const own = found.get('Keyword Router') ?? 0;
	demand(own >= least, `R@1 ${percent(least)}`);
	demand(
		[...found.values()].every((share) => share <= own),
		'better than the others',
	);
}

/** @param files a table of pairs: two questions and 1 when they mean the same (LCQMC) */
export async function bench([file]: string[] = []): Promise<void> {
	speed();
	sample();
	await librarySizes();
	if (file !== undefined && existsSync(file)) {
		answering(file);
		PROTOCOLS.forEach((protocol) => retrieval(file, protocol));
	} else {
		console.log(
			'Retrieval was left out: name a file of pairs, npm run bench -- keywordRouter lcqmc-dev.tsv',
		);
	}
}
