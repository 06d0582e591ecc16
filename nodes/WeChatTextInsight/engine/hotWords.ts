import { memoize, once } from 'lodash';
import { normalise, stripEmoji } from '../../shared/text/normalise';
import { createSegmenter, generalLogProbability, type Segmenter } from '../../shared/text/segment';
import stopwords from './data/stopwords.json';
import { discoverWords } from './newWords';
import { readable } from './readable';
import { wordsOf } from '../../shared/text/trie';

export interface HotWordOptions {
	/** Words to keep together, besides those of the dictionary. */
	userWords?: string[];
	/** Words never to report. */
	ignoredWords?: string[];
	/** Fewest texts a word has to stand in. */
	minDocuments?: number;
	/** Most words to report. */
	limit?: number;
}

export interface HotWord {
	word: string;
	/** Occurrences in the texts. */
	count: number;
	/** Texts with the word. */
	documents: number;
	/** Occurrences in the background texts; 0 without any. */
	backgroundCount: number;
	/**
	 * How much more frequent than in the background: the log-odds ratio in standard deviations (z). Above 2 it is
	 * hardly chance; below 0 the word is rarer than before.
	 */
	score: number;
	/** Not in the dictionary and not in the background texts. */
	isNew: boolean;
	/** Up to three texts with the word, shortened; `source` is their position in the texts given. */
	examples: Array<{ text: string; source: number }>;
}

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 60;
/** Weight of general text in the estimate of a word's probability, in words (the Dirichlet prior). */
const PRIOR_WORDS = 500;
/** Half an occurrence: with less, a word that is new could never stand out. */
const LEAST_PRIOR = 0.5;
/** Size that general text counts as, where there are no background texts. */
const GENERAL_WORDS = 100_000;
/** Probability of a word that the dictionary does not have. */
const UNKNOWN_PROBABILITY = 1e-7;

const stopwordSet = once(() => new Set(wordsOf(stopwords.words)));
/** 12, 3.5, 两个, 十点: amounts and times are no topic. */
const NUMBER =
	/^(?:[\d.+_-]+|[第一二两三四五六七八九十百千万几半多]+[个点次天块份碗杯根家种件条位元年月日号]?|分钟|小时)$/;

interface Tally {
	words: number;
	counts: Map<string, number>;
	documents: Map<string, number[]>;
}

function tally(texts: string[], segment: Segmenter): Tally {
	const result: Tally = { words: 0, counts: new Map(), documents: new Map() };
	texts.forEach((text, document) => {
		for (const word of segment(text)) {
			result.words += 1;
			result.counts.set(word, (result.counts.get(word) ?? 0) + 1);
			const documents = result.documents.get(word);
			if (!documents) result.documents.set(word, [document]);
			else if (documents[documents.length - 1] !== document) documents.push(document);
		}
	});
	return result;
}

function logOdds(count: number, total: number, prior: number): number {
	return Math.log((count + prior) / (total + PRIOR_WORDS - count - prior));
}

/**
 * Log-odds ratio with an informative Dirichlet prior, as a z-score
 * (Monroe, Colaresi, Quinn: "Fightin' Words", 2008).
 */
function zScore(
	count: number,
	total: number,
	before: number,
	totalBefore: number,
	share: number,
): number {
	const prior = Math.max(PRIOR_WORDS * share, LEAST_PRIOR);
	const difference = logOdds(count, total, prior) - logOdds(before, totalBefore, prior);
	return difference / Math.sqrt(1 / (count + prior) + 1 / (before + prior));
}

function shortened(text: string): string {
	const trimmed = text.trim();
	// A character is two units at most: no more of a long text has to be taken to pieces.
	const characters = [...trimmed.slice(0, 2 * EXAMPLE_LENGTH + 1)];
	return characters.length <= EXAMPLE_LENGTH
		? trimmed
		: `${characters.slice(0, EXAMPLE_LENGTH).join('')}…`;
}

function prepare(text: string): string {
	return readable(stripEmoji(normalise(readable(text))));
}

/**
 * The words that make a period: frequent there and rarer before. Words that no dictionary has are found by how they
 * are used. Sorted by score, the highest first.
 *
 * @param texts the texts of the period
 * @param background earlier texts to compare with; without any, general Chinese text is compared with
 */
export function hotWords(
	texts: string[],
	background: string[] = [],
	options: HotWordOptions = {},
): HotWord[] {
	const { userWords = [], ignoredWords = [], minDocuments = 3, limit = 50 } = options;
	const prepared = texts.map(prepare);
	const own = userWords.map((word) => normalise(word).trim());
	const ignored = new Set(ignoredWords.map((word) => normalise(word).trim()));
	const discovered = discoverWords(prepared, {
		minCount: Math.max(minDocuments, 3),
		minDocuments,
		edges: stopwords.edges,
		joints: stopwords.joints,
		isKnown: (word) => generalLogProbability(word) !== undefined || stopwordSet().has(word),
	});
	const segment = createSegmenter([...discovered, ...own]);
	const now = tally(prepared, segment);
	const before = tally(background.map(prepare), segment);
	const isGeneral = background.length === 0;
	const exampleOf = memoize((source: number) => ({
		text: shortened(texts[source] ?? ''),
		source,
	}));
	const words: HotWord[] = [];
	for (const [word, count] of now.counts) {
		const documents = now.documents.get(word) ?? [];
		if (documents.length < minDocuments || word.length < 2 || NUMBER.test(word)) continue;
		if (stopwordSet().has(word) || ignored.has(word)) continue;
		const logProbability = generalLogProbability(word);
		const share = logProbability === undefined ? UNKNOWN_PROBABILITY : Math.exp(logProbability);
		const backgroundCount = before.counts.get(word) ?? 0;
		const score = isGeneral
			? zScore(count, now.words, GENERAL_WORDS * share, GENERAL_WORDS, share)
			: zScore(count, now.words, backgroundCount, before.words, share);
		words.push({
			word,
			count,
			documents: documents.length,
			backgroundCount,
			score: Math.round(score * 100) / 100,
			isNew: logProbability === undefined && backgroundCount === 0 && !own.includes(word),
			examples: documents.slice(0, EXAMPLES).map((source) => exampleOf(source)),
		});
	}
	words.sort(
		(one, other) =>
			other.score - one.score || other.count - one.count || (one.word < other.word ? -1 : 1),
	);
	return words.slice(0, limit);
}
