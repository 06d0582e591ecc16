import { cutText } from '../../shared/text/longest';
import { comparable } from './choice';

/** Signs between a command and what it is about. */
const SEPARATORS = /^[\s:：,，、。.!！\-—]+/u;
/** Signs that somebody may put into a command: nothing longer begins with it. */
const SIGNS_WITHIN = 20;

/** A text without a command at its beginning. */
function after(text: string, word: string): string | undefined {
	const longest = Math.min(text.length, 2 * word.length + SIGNS_WITHIN);
	for (let length = 1; length <= longest; length++) {
		if (comparable(text.slice(0, length)) === word) {
			return text.slice(length).replace(SEPARATORS, '').trim();
		}
	}
	return undefined;
}

/**
 * Words by which people call something. They are matched as they are meant: full width, spaces, signs and
 * traditional characters make no difference.
 */
export class Commands {
	private readonly words: string[];

	constructor(words: readonly string[]) {
		// Of two words the longer one is meant: 签到记录 is no 签到 with a 记录.
		this.words = words
			.map(comparable)
			.filter((word) => word !== '')
			.sort((one, other) => other.length - one.length);
	}

	get isEmpty(): boolean {
		return this.words.length === 0;
	}

	/** Whether a text is one of the words, and nothing else. */
	isCalledBy(text: string): boolean {
		const said = comparable(text);
		return said !== '' && this.words.includes(said);
	}

	/**
	 * What stands behind one of the words at the beginning of a text: `投稿：春天的风` tells of 春天的风; '' for the
	 * word alone, undefined for a text that does not begin with one.
	 */
	rest(text: string): string | undefined {
		const said = cutText(text).trim();
		for (const word of this.words) {
			const rest = after(said, word);
			if (rest !== undefined) return rest;
		}
		return undefined;
	}
}
