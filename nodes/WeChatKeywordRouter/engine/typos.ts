import type { Phrase } from './phrases';
import type { Spotted } from './spans';

/** A slip says less than the sound. */
const TYPO_CERTAINTY = 0.8;

/** Below it one wrong character makes another word of a word. */
const SHORTEST_HAN = 4;
const SHORTEST_LATIN = 5;

/** Longer ones are whole questions, which are found by their likeness. */
const LONGEST = 8;

/** Characters that turn the meaning when they slip in. */
const NEGATIONS = /[不没别非无免未]/u;

const LATIN = /^[a-z0-9]+$/;

const numbersOf = (text: string): string => text.replace(/\D+/g, ' ').trim();
const INSIDE_NUMBER = /^\d\d$/;

/** Whether a window has the numbers of a phrase, whole: a number with a slip is another number. */
function hasSameNumbers({ parts }: Phrase, text: string, start: number, end: number): boolean {
	return (
		!INSIDE_NUMBER.test(text.slice(start - 1, start + 1)) &&
		!INSIDE_NUMBER.test(text.slice(end - 1, end + 1)) &&
		numbersOf(text.slice(start, end)) === numbersOf(parts.join(''))
	);
}

/** A text without each of its characters but the first and the last. */
function shortened(text: string): string[] {
	return Array.from({ length: Math.max(0, text.length - 2) }, (_, position) =>
		text.slice(0, position + 1).concat(text.slice(position + 2)),
	);
}

/** A text with each pair of neighbours swapped. */
function swapped(text: string): string[] {
	return Array.from({ length: text.length - 1 }, (_, position) =>
		[
			text.slice(0, position),
			text.charAt(position + 1),
			text.charAt(position),
			text.slice(position + 2),
		].join(''),
	);
}

const endsOf = (text: string, length: number): string =>
	text.charAt(0) + text.charAt(text.length - 1) + String(length);

/**
 * Finds phrases with one slip: a character left out or slipped in between the first and the last, or two
 * neighbours swapped; in Latin words also one wrong letter. One wrong Chinese character is left to the
 * sounds: 怎么退货 and 怎么发货 differ by one.
 */
export class TypoFinder {
	/** Spellings that stand for a phrase: with one character less, with two swapped. */
	private readonly spellings = new Map<string, Phrase>();
	/** Phrases by their text, for messages with one character too many. */
	private readonly exact = new Map<string, Phrase>();
	/** First and last characters of the phrases, with their lengths: one character too many inside changes neither. */
	private readonly ends = new Set<string>();
	private readonly lengths: number[];

	constructor(phrases: readonly Phrase[]) {
		const lengths = new Set<number>();
		for (const phrase of phrases) {
			const text = phrase.parts.join('');
			const shortest = LATIN.test(text) ? SHORTEST_LATIN : SHORTEST_HAN;
			if (phrase.parts.length !== 1 || text.length < shortest || text.length > LONGEST) continue;
			lengths.add(text.length);
			this.ends.add(endsOf(text, text.length));
			if (!this.exact.has(text)) this.exact.set(text, phrase);
			for (const spelling of [...shortened(text), ...swapped(text)]) {
				if (!this.spellings.has(spelling)) this.spellings.set(spelling, phrase);
			}
		}
		this.lengths = [...lengths];
	}

	/** @param text the message, as compared */
	find(text: string): Spotted[] {
		const spotted: Spotted[] = [];
		for (const length of this.lengths) {
			for (const size of [length - 1, length, length + 1]) {
				for (let start = 0; start + size <= text.length; start++) {
					const end = start + size;
					const window = text.slice(start, end);
					const phrase = this.phraseOf(window, length);
					if (phrase && hasSameNumbers(phrase, text, start, end))
						spotted.push({ phrase, start, end, certainty: TYPO_CERTAINTY, how: 'typo' });
				}
			}
		}
		return spotted;
	}

	private phraseOf(window: string, length: number): Phrase | undefined {
		if (window.length <= length) {
			const phrase = this.spellings.get(window);
			if (phrase?.parts.join('').length === length) return phrase;
		}
		// Most windows end here: what follows takes each of them to pieces.
		if (!this.ends.has(endsOf(window, length))) return undefined;
		if (window.length === length + 1 && !NEGATIONS.test(window.slice(1, -1))) {
			return this.firstOf(shortened(window));
		}
		return LATIN.test(window) && window.length === length ? this.substituted(window) : undefined;
	}

	/** One wrong letter inside: both have the same rest when it is left out at the same place. */
	private substituted(window: string): Phrase | undefined {
		return shortened(window)
			.map((rest) => this.spellings.get(rest))
			.find((phrase) => {
				const text = phrase?.parts.join('') ?? '';
				const differences = Array.from(text).filter((letter, i) => letter !== window[i]).length;
				return text.length === window.length && differences === 1;
			});
	}

	private firstOf(texts: readonly string[]): Phrase | undefined {
		for (const text of texts) {
			const phrase = this.exact.get(text);
			if (phrase) return phrase;
		}
		return undefined;
	}
}
