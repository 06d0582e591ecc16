import type { Sentiment } from './sentiment';
import type { FoundLists } from '../../shared/text/wordIndex';

export const INTENTS = [
	'complaint',
	'aftersales',
	'logistics',
	'purchase',
	'cooperation',
	'participation',
	'account',
	'praise',
	'inquiry',
	'greeting',
	'other',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Words that make a complaint whatever the mood of the sentence. */
const EXPLICIT_COMPLAINT = /投诉|举报|曝光|维权|12315|赔偿|索赔|骗子|被骗/;
/** A complaint by its mood goes before the matter that it is about; praise goes behind. */
const COMPLAINT_BONUS = 4;
const PRAISE_SHARE = 0.5;
const GREETING_SHARE = 0.1;

function weightOf(
	intent: Intent,
	words: string[],
	sentiment: Sentiment,
	isQuestion: boolean,
): number {
	const weight = words.reduce((sum, word) => sum + Math.min(word.length, 4), 0);
	switch (intent) {
		case 'complaint': {
			const isExplicit = words.some((word) => EXPLICIT_COMPLAINT.test(word));
			if (sentiment === 'negative') return weight + COMPLAINT_BONUS;
			return isExplicit && !isQuestion ? weight + COMPLAINT_BONUS : 0;
		}
		case 'praise':
			return sentiment === 'positive' && !isQuestion ? weight * PRAISE_SHARE + 2 : 0;
		case 'greeting':
			return weight * GREETING_SHARE;
		default:
			return weight;
	}
}

/**
 * What a text wants, most likely first; never empty. `inquiry` is a question about nothing the lists know.
 *
 * @param found words of the intent lists in the text
 */
export function intentsOf(found: FoundLists, sentiment: Sentiment, isQuestion: boolean): Intent[] {
	const weighed = INTENTS.map((intent, rank) => ({
		intent,
		rank,
		weight: weightOf(intent, found.get(intent) ?? [], sentiment, isQuestion),
	})).filter(({ weight }) => weight > 0);
	weighed.sort((one, other) => other.weight - one.weight || one.rank - other.rank);
	const intents = weighed.map(({ intent }) => intent);
	const isMatterKnown = intents.some((intent) => intent !== 'greeting' && intent !== 'praise');
	if (isMatterKnown) return intents;
	if (isQuestion) return ['inquiry', ...intents];
	if (sentiment === 'negative') return ['complaint', ...intents];
	if (sentiment === 'positive' && !intents.includes('praise')) return ['praise', ...intents];
	return intents.length > 0 ? intents : ['other'];
}
