import { cutText, isInsideCharacter } from '../../shared/text/longest';
import { normalise, stripEmoji } from '../../shared/text/normalise';
import { isUnsupportedNotice } from '../../shared/text/unsupported';
import { isNotice } from './notices';

/** Longest text that is read, in UTF-16 units; of a longer one its beginning and its end. */
export const MAX_LENGTH = 2_000;
/** Of a long text so much of the end is kept: that is where the verdict stands. */
const KEPT_END = 500;

/** The end of a text; no character is cut in two. */
function endOf(text: string): string {
	const start = text.length - KEPT_END;
	return text.slice(isInsideCharacter(text, start) ? start + 1 : start);
}

/** Cuts a text that is longer than the engine reads. */
export function readable(text: string): string {
	return text.length <= MAX_LENGTH
		? text
		: `${cutText(text, MAX_LENGTH - KEPT_END - 1)}\n${endOf(text)}`;
}

/** The two forms in which the engine looks at a text. */
export interface Reading {
	/** Normalised, with emoji and emoticons: for the lexicon and all lists of words. */
	words: string;
	/** The same without emoticons in brackets: for n-grams. */
	grams: string;
}

/**
 * Normalises a text for all that the engine does; the cost is bounded by `MAX_LENGTH`. WeChat's notice of a message
 * that it does not support, a placeholder such as [图片] and an answering machine say nothing.
 */
export function read(text: string): Reading {
	if (isUnsupportedNotice(text)) return { words: '', grams: '' };
	// NFKC can make a character longer (㍿): cut before, to bound the work, and after, to bound the rest.
	const words = readable(normalise(readable(text)));
	if (isNotice(words)) return { words: '', grams: '' };
	return { words, grams: words.includes('[') ? stripEmoji(words) : words };
}
