import type { Intent } from './intent';
import { lexiconScore } from './lexicon';
import { mannerOf } from './manner';
import type { Clues } from './opinion';
import { shippedPolarity } from './polarity';
import { questionDegree } from './question';
import type { Reading } from './readable';
import type { Evidence } from './sentiment';
import type { FoundLists } from '../../shared/text/wordIndex';

const BUSINESS: Intent[] = [
	'account',
	'aftersales',
	'cooperation',
	'greeting',
	'logistics',
	'participation',
	'purchase',
];
/** Letters, digits and Han characters; signs and the halves of emoji do not count. */
function countLetters(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const isLatin = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
		const isOther = (code >= 0xc0 && code < 0x2000) || (code >= 0x3040 && code < 0xd800);
		if (isLatin || isOther) count += 1;
	}
	return count;
}

/** What tells, beside its runs of characters, of what mood a text is. @param words in the form of `normalise` */
export function cluesOf(words: string, intents: FoundLists): Clues {
	const lexicon = lexiconScore(words);
	return {
		lexicon,
		questionDegree: questionDegree(words),
		letters: countLetters(words),
		manner: mannerOf(words, lexicon.hits),
		isBusiness: BUSINESS.some((intent) => intents.has(intent)),
	};
}

/** Everything the shipped parts know about a text before a mood is decided. */
export function evidenceOf(reading: Reading, intents: FoundLists): Evidence {
	const clues = cluesOf(reading.words, intents);
	return { ...clues, polarity: shippedPolarity().judge(reading, clues) };
}
