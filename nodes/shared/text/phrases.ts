import AhoCorasick from 'modern-ahocorasick';

/** Where a phrase stands in a text; `end` is the position behind it. */
export interface PhraseHit {
	/** Index in the list of phrases. */
	phrase: number;
	start: number;
	end: number;
}

/** Finds all occurrences of many phrases in one pass. */
export type PhraseFinder = (text: string) => PhraseHit[];

/**
 * Prepares the search for phrases. Latin words and numbers count only as a whole: `A5` is not found in
 * `A50`. The time of a search depends on the text and its hits, not on the number of phrases.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
	if (phrases.length === 0) return () => [];
	const matcher = new AhoCorasick(phrases, { boundary: 'ascii-edge' });
	return (text) =>
		text === ''
			? []
			: matcher
					.search(text)
					.map(({ patternIndex, start, end }) => ({ phrase: patternIndex, start, end }));
}
