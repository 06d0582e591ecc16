import { once } from 'lodash';
import { toMatchText } from '../../../shared/text/normalise';
import { createSegmenter } from '../../../shared/text/segment';
import type { Keyword } from '../types';
import { isCommonTalk } from './commonTalk';

/** Replies tell what else an account knows about; of long ones the beginning. */
const LONGEST_TEXT = 400;

const segmenter = once(() => createSegmenter());

/** The words that a library explains: those of its keywords, questions and replies, and those of common talk. */
export class Vocabulary {
	private readonly lazyWords = once(() => {
		const words = new Set<string>();
		for (const { keyword, variants, questions, exclude, replies } of this.keywords) {
			for (const text of [keyword, ...variants, ...questions, ...exclude, ...replies]) {
				for (const word of segmenter()(toMatchText(text.slice(0, LONGEST_TEXT)))) words.add(word);
			}
		}
		return words;
	});

	constructor(private readonly keywords: readonly Keyword[]) {}

	/** Whether the library itself has the word. */
	has(word: string): boolean {
		return this.lazyWords().has(word);
	}

	explains(word: string): boolean {
		return isCommonTalk(word) || this.has(word);
	}
}
