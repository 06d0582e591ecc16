import { normalise, stripEmoji } from '../../shared/text/normalise';

/** Longest text that is read, in UTF-16 units; of a longer one its beginning and its end. */
export const MAX_LENGTH = 2_000;
/** Of a long text so much of the end is kept: that is where the verdict stands. */
const KEPT_END = 500;

/** Cuts a text that is longer than the engine reads. */
export function readable(text: string): string {
	return text.length <= MAX_LENGTH
		? text
		: `${text.slice(0, MAX_LENGTH - KEPT_END - 1)}\n${text.slice(-KEPT_END)}`;
}

/** The two forms in which the engine looks at a text. */
export interface Reading {
	/** Normalised, with emoji and emoticons: for the lexicon and all lists of words. */
	words: string;
	/** The same without emoticons in brackets: for n-grams. */
	grams: string;
}

/** Normalises a text for all that the engine does; the cost is bounded by `MAX_LENGTH`. */
export function read(text: string): Reading {
	// NFKC can make a character longer (㍿): cut before, to bound the work, and after, to bound the rest.
	const words = readable(normalise(readable(text)));
	return { words, grams: words.includes('[') ? stripEmoji(words) : words };
}
