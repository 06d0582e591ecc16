import { once } from 'lodash';
import { createSegmenter } from '../../shared/text/segment';
import type { Phrase } from './phrases';
import type { Spotted } from './spans';

/** One wrong character says less than the sound. */
const CERTAINTY = 0.7;

/** In shorter ones too little is left that is right; longer ones are found by their likeness. */
const HAN = /^\p{Script=Han}{3,8}$/u;

/** Characters that turn the meaning. */
const NEGATIONS = /[不没别非无免未]/u;

/** Stands for any character. */
const ANY = '*';

const segmenter = once(() => createSegmenter());

/** The ways to leave one character of a text open. */
function opened(text: string): string[] {
	return Array.from(text, (_, place) => text.slice(0, place) + ANY + text.slice(place + 1));
}

/** Whether a character belongs to a word of several. */
function isInWord(text: string, place: number): boolean {
	let end = 0;
	for (const word of segmenter()(text)) {
		end += word.length;
		if (place < end) return word.length > 1;
	}
	return false;
}

/**
 * Finds a phrase that is the whole message but for one wrong character, also one that sounds different
 * (配送范国, 优患券). It has to be a slip: in the phrase the character is part of a word, in the message it is
 * part of none. 怎么退货 is no slip of 怎么发货, 红茶杯 none of 绿茶杯.
 */
export class WrongCharacterFinder {
	/** Phrases by their texts with one character open. */
	private readonly phrases = new Map<string, Phrase[]>();

	constructor(phrases: readonly Phrase[]) {
		for (const phrase of phrases) {
			const [text = ''] = phrase.parts;
			if (phrase.parts.length !== 1 || !HAN.test(text)) continue;
			for (const spelling of opened(text)) {
				const known = this.phrases.get(spelling);
				if (known) known.push(phrase);
				else this.phrases.set(spelling, [phrase]);
			}
		}
	}

	/** @param text the message, as compared; phrases of more than one target are found by nothing */
	find(text: string): Spotted[] {
		if (!HAN.test(text)) return [];
		const slips = opened(text).flatMap((spelling, place) =>
			(this.phrases.get(spelling) ?? []).filter((phrase) => isSlip(phrase, text, place)),
		);
		const [phrase] = slips;
		if (!phrase || slips.some(({ target }) => target !== phrase.target)) return [];
		return [{ phrase, start: 0, end: text.length, certainty: CERTAINTY, how: 'typo' }];
	}
}

function isSlip({ parts: [right = ''] }: Phrase, text: string, place: number): boolean {
	const characters = right.charAt(place) + text.charAt(place);
	// The last of three is what the thing is: 会员群 is no slip of 会员卡.
	if (text.length === 3 && place === 2) return false;
	return !NEGATIONS.test(characters) && isInWord(right, place) && !isInWord(text, place);
}
