import { once } from 'lodash';
import domain from './data/domainWords.json';
import dictionary from './data/words.json';

/*
 * Words of Chinese text: the most probable way through the graph of all words of a dictionary (as jieba without its
 * guessing of unknown words, which glues together what does not belong together in short comments).
 */

/** Log-probability of a character that no word of the dictionary begins with. */
const UNKNOWN = -16;
/** Log-probability of a word of commerce and of accounts that general text of the past hardly has: 客服, 公众号. */
const DOMAIN_WORD = -10;
/** What a user word counts: no two words side by side are as probable. */
const USER_WORD = -3;

interface Words {
	/** Natural logarithm of the probability of a word in general text. */
	logProbability: Map<string, number>;
	/** Length of the longest word by first character. */
	longest: Map<string, number>;
}

function register({ logProbability, longest }: Words, word: string, value: number): void {
	const first = word.charAt(0);
	logProbability.set(word, value);
	longest.set(first, Math.max(longest.get(first) ?? 1, word.length));
}

/** The words of the dictionary; scripts/data/segment-dictionary.mjs says how they are packed. */
function* wordsOf(packed: string): Generator<{ word: string; level: number }> {
	for (const [, first = '', groups = ''] of packed.matchAll(/([^|])([^|]*)/gu)) {
		for (const [, level, rests = ''] of groups.matchAll(/(\d+)([^ ]*)/gu)) {
			for (const rest of rests.split(',')) yield { word: first + rest, level: Number(level) };
		}
	}
}

/** Unpacked on first use. */
const general = once((): Words => {
	const words: Words = { logProbability: new Map(), longest: new Map() };
	for (const { word, level } of wordsOf(dictionary.words)) {
		register(words, word, -level / dictionary.steps);
	}
	for (const word of domain.words.split(' ')) {
		register(words, word, Math.max(DOMAIN_WORD, words.logProbability.get(word) ?? DOMAIN_WORD));
	}
	return words;
});

/** Log-probability of a word in general Chinese text; undefined for words outside the dictionary. */
export function generalLogProbability(word: string): number | undefined {
	return general().logProbability.get(word);
}

const RUN =
	/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-_.+](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const HAN = /^\p{Script=Han}/u;

/** Gives the words of a text in order, without punctuation, symbols and white space. */
export type Segmenter = (text: string) => string[];

/**
 * Makes a segmenter.
 *
 * @param userWords words to keep together besides those of the dictionary, in the form of `normalise`
 */
export function createSegmenter(userWords: Iterable<string> = []): Segmenter {
	const { logProbability, longest } = general();
	const own: Words = { logProbability: new Map(), longest: new Map() };
	for (const word of userWords) {
		if (word.length > 1) register(own, word, USER_WORD);
	}
	const valueOf = (word: string): number | undefined =>
		own.logProbability.get(word) ?? logProbability.get(word);
	const reachOf = (first: string): number =>
		Math.max(longest.get(first) ?? 1, own.longest.get(first) ?? 1);

	/** From the end to the beginning: the best way from each position, and the end of its first word. */
	const splitHan = (run: string): string[] => {
		const best = new Float64Array(run.length + 1);
		const ends = new Int32Array(run.length);
		for (let start = run.length - 1; start >= 0; start--) {
			const reach = Math.min(reachOf(run.charAt(start)), run.length - start);
			let most = Number.NEGATIVE_INFINITY;
			for (let length = 1; length <= reach; length++) {
				const end = start + length;
				const value = valueOf(run.slice(start, end)) ?? (length === 1 ? UNKNOWN : undefined);
				if (value === undefined) continue;
				const way = value + (best[end] ?? 0);
				if (way > most) {
					most = way;
					ends[start] = end;
				}
			}
			best[start] = most;
		}
		const words: string[] = [];
		for (let at = 0; at < run.length; ) {
			const end = ends[at] ?? run.length;
			words.push(run.slice(at, end));
			at = end;
		}
		return words;
	};

	return (text) =>
		[...text.matchAll(RUN)].flatMap(([run]) => (HAN.test(run) ? splitHan(run) : [run]));
}
