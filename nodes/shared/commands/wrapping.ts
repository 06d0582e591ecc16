import max from 'lodash/max';

/** Words as a list with spaces, ready to be found at a place. */
interface Wordlist {
	words: ReadonlySet<string>;
	longest: number;
}

function wordlist(text: string): Wordlist {
	const words = text.split(/\s+/).filter((word) => word !== '');
	return { words: new Set(words), longest: max(words.map(({ length }) => length)) ?? 0 };
}

/** Longer texts say more than a word with words around it. */
const LONGEST = 40;

/** What people say around a word that they mean: 我要 … 啦. */
export class Wrapping {
	private readonly before: Wordlist;
	private readonly behind: Wordlist;

	/** @param before words, with spaces between, that may come before what is meant; `behind`: that may follow it */
	constructor(before: string, behind: string) {
		this.before = wordlist(before);
		this.behind = wordlist(behind);
	}

	/** A text, and what is left of it when words are taken from its beginning. Never empty texts. */
	afterOpening(text: string): string[] {
		return this.starts(text).map((start) => text.slice(start));
	}

	/**
	 * A text, and what is left of it when words are taken from either end; the whole comes first. A long text has
	 * nothing around it.
	 */
	coresOf(text: string): string[] {
		if (text.length > LONGEST) return [];
		const ends = this.ends(text);
		return this.starts(text).flatMap((start) =>
			ends.filter((end) => end > start).map((end) => text.slice(start, end)),
		);
	}

	/** Places that words lead to from the beginning, in the order of the text. */
	private starts(text: string): number[] {
		const { words, longest } = this.before;
		const reached = new Set([0]);
		// A set gives what is added while it is read.
		for (const start of reached) {
			for (let length = 1; length <= longest && start + length < text.length; length++) {
				if (words.has(text.slice(start, start + length))) reached.add(start + length);
			}
		}
		return [...reached].sort((one, other) => one - other);
	}

	/** Places that words lead to from the end, the end first. */
	private ends(text: string): number[] {
		const { words, longest } = this.behind;
		const reached = new Set([text.length]);
		for (const end of reached) {
			for (let length = 1; length <= longest && end - length > 0; length++) {
				if (words.has(text.slice(end - length, end))) reached.add(end - length);
			}
		}
		return [...reached].sort((one, other) => other - one);
	}
}
