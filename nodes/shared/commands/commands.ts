import { once } from 'lodash';
import { cutText } from '../text/longest';
import { afterOpening, commandWords, consistsOf, coresOf, readingsOf, wordOf } from './written';

/** Signs between a command and what it is about; the brackets and quotes that it stood in close here. */
const SEPARATORS = /^[\s\p{P}\p{S}]+/u;
/** Signs that open what a command is about: they belong to it. */
const OPENING = /^[\p{Ps}\p{Pi}"'“‘「『《<#@]+$/u;
/** Signs that somebody may put into a command, or before it: nothing longer begins with it. */
const SIGNS_WITHIN = 20;

/** What stands behind a command. */
export interface Behind {
	/** Without the signs between; '' for the command alone. */
	rest: string;
	/** Whether a sign or a space stands between: 投稿怎么投 may ask, 投稿：春天 does not. */
	isApart: boolean;
}

function restOf(behind: string): Behind {
	const [signs = ''] = SEPARATORS.exec(behind) ?? [];
	// The last opening sign of a run belongs to the text: 投稿：「春天」.
	let kept = signs.length;
	while (kept > 0 && OPENING.test(signs.slice(kept - 1))) kept -= 1;
	return { rest: behind.slice(kept).trim(), isApart: signs !== '' };
}

/** What stands behind a word at the beginning of a text; undefined where another one stands. */
function after(text: string, word: string): Behind | undefined {
	const longest = Math.min(text.length, 2 * word.length + SIGNS_WITHIN);
	const begins = (length: number, test: (said: string) => boolean): boolean =>
		readingsOf(text.slice(0, length)).flatMap(afterOpening).some(test);
	// Most texts begin with no command: one look at the head tells.
	if (!begins(longest, (said) => said.startsWith(word))) return undefined;
	for (let length = 1; length <= longest; length++) {
		if (begins(length, (said) => said === word)) return restOf(text.slice(length));
	}
	return undefined;
}

/** Words by which people call something, however they write them. */
export class Commands {
	/** Made ready with the first text: reading words takes the dictionary, and n8n loads nodes that nobody uses. */
	private readonly read: () => { words: readonly string[]; known: ReadonlySet<string> };

	/** @param words of the account: messages and menu keys */
	constructor(words: readonly string[]) {
		this.read = once(() => {
			// Of two words the longer one is meant: 签到记录 is no 签到 with a 记录.
			const sorted = commandWords(words).sort((one, other) => other.length - one.length);
			return { words: sorted, known: new Set(sorted) };
		});
	}

	private get words(): readonly string[] {
		return this.read().words;
	}

	private get known(): ReadonlySet<string> {
		return this.read().known;
	}

	get isEmpty(): boolean {
		return this.words.length === 0;
	}

	/** Whether a text is one of the words and nothing else, not even a word of courtesy. */
	isExactly(text: string): boolean {
		return readingsOf(text).some((reading) => this.known.has(reading));
	}

	/**
	 * Whether a text is one of the words, perhaps with what people say around it: 我要签到啦, 请退订，谢谢. Text that
	 * only holds a word is none: 签到有什么用, 不想签到.
	 */
	isCalledBy(text: string): boolean {
		return readingsOf(text).some((reading) =>
			coresOf(reading).some((core) => this.known.has(wordOf(core)) || consistsOf(core, this.words)),
		);
	}

	/**
	 * What stands behind one of the words at the beginning of a text: `投稿：春天的风` tells of 春天的风. Undefined for a
	 * text that does not begin with one.
	 */
	behind(text: string): Behind | undefined {
		const said = cutText(text).trim();
		for (const word of this.words) {
			const behind = after(said, word);
			if (behind) return behind;
		}
		return undefined;
	}

	/** As `behind`, the words alone: '' for the command alone. */
	rest(text: string): string | undefined {
		return this.behind(text)?.rest;
	}
}
