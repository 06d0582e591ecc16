import { keywordDraft, type Draft, type EarlierDraft } from './drafts';
import { holderOf } from './phrases';
import { DEFAULT_SETTINGS, type Router } from './router';
import type { Keyword, RouterSettings } from './types';

/** A word that many followers used. */
export interface FrequentWord {
	word: string;
	/** Messages with it. */
	texts: number;
	examples: string[];
}

/** What is known of a library. */
interface Answering {
	readonly keywords: readonly Keyword[];
	routerFor(settings: RouterSettings): Router;
}

/**
 * Drafts for words that the library neither has nor answers: if each example finds its keyword, nothing is lacking.
 * What was proposed before, also with other questions, does not come again.
 */
export function wordDrafts(
	words: readonly FrequentWord[],
	library: Answering,
	earlier: readonly EarlierDraft[],
	at: number,
): Draft[] {
	const router = library.keywords.length > 0 ? library.routerFor(DEFAULT_SETTINGS) : undefined;
	const isAnswered = (text: string) => router?.route({ text, at }).status === 'matched';
	const keys = new Set(earlier.map(({ key }) => key));
	return words
		.filter(({ word }) => !holderOf(library.keywords, word))
		.map(({ word, texts, examples }) => ({
			word,
			texts,
			open: examples.filter((example) => !isAnswered(example)),
		}))
		.filter(({ open }) => open.length > 0)
		.map(({ word, texts, open }) =>
			keywordDraft({
				keyword: word,
				level: 'function',
				variants: [],
				questions: open,
				count: texts,
				people: 0,
				similarTo: '',
			}),
		)
		.filter(({ key }) => !keys.has(key));
}
