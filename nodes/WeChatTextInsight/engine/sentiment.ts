import type { Clues } from './opinion';
import type { Polarity } from './polarity';

export type Sentiment = 'negative' | 'neutral' | 'positive';

export interface Mood {
	sentiment: Sentiment;
	/** Share of texts with such a result that are judged right, 0 to 1. */
	confidence: number;
	/** -1 (surely negative) to 1 (surely positive), also for a text without an opinion. */
	polarity: number;
}

/** What the decision looks at. */
export interface Evidence extends Clues {
	polarity: Polarity;
}

/** Confidence that a text without letters and signs has no opinion. */
const NOTHING_SAID = 0.95;

/** A text is called one with an opinion from this probability on: to call data a complaint is worse than the reverse. */
const LEAST_OPINION = 0.65;
/** The same for a text that has no sign of feeling, and for a question that may name one thing: 几点关门. */
const LEAST_OF_CALM = 0.9;
/** A question may hold this much feeling (sum of the word weights) and still be just a question. */
const CALM_QUESTION = { positive: 2.5, negative: 1.4 };

function isCalm({ lexicon, questionDegree }: Evidence): boolean {
	const { positive, negative, emoticons, figures } = lexicon;
	if (emoticons !== 0 || Math.abs(figures) >= 1.5) return false;
	if (positive + negative === 0) return true;
	return (
		questionDegree > 0 && positive < CALM_QUESTION.positive && negative < CALM_QUESTION.negative
	);
}

/** Confidence where the probability alone would say the reverse. */
const DOUBT = 0.5;

/** Positive, neutral or negative, with the probability of it: an opinion, and then for or against. */
export function decide(evidence: Evidence): Mood {
	const { lexicon, letters } = evidence;
	const { positive, opinion } = evidence.polarity;
	const polarity = 2 * positive - 1;
	const sureness = Math.max(positive, 1 - positive);
	if (letters === 0 && lexicon.emoticons === 0 && lexicon.score === 0) {
		return { sentiment: 'neutral', confidence: NOTHING_SAID, polarity: 0 };
	}
	if (opinion < (isCalm(evidence) ? LEAST_OF_CALM : LEAST_OPINION)) {
		return { sentiment: 'neutral', confidence: Math.max(DOUBT, 1 - opinion), polarity };
	}
	const sentiment = polarity > 0 ? 'positive' : 'negative';
	return { sentiment, confidence: opinion * sureness, polarity };
}
