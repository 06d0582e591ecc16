import type { Intent } from './intent';
import { lexiconScore } from './lexicon';
import { shippedPolarity } from './polarity';
import { questionDegree } from './question';
import type { Reading } from './readable';
import type { Evidence } from './sentiment';
import type { FoundLists } from './topics';

const BUSINESS: Intent[] = [
	'account',
	'aftersales',
	'cooperation',
	'greeting',
	'logistics',
	'participation',
	'purchase',
];
const LETTERS = /[\p{L}\p{N}]/gu;

/** Everything the shipped parts know about a text before a mood is decided. */
export function evidenceOf(reading: Reading, intents: FoundLists): Evidence {
	const { words } = reading;
	const lexicon = lexiconScore(words);
	return {
		lexicon,
		polarity: shippedPolarity().judge(reading, lexicon),
		questionDegree: questionDegree(words),
		letters: words.match(LETTERS)?.length ?? 0,
		isBusiness: BUSINESS.some((intent) => intents.has(intent)),
	};
}
