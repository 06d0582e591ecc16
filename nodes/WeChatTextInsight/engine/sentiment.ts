import type { LexiconScore } from './lexicon';
import type { Manner } from './manner';
import type { Polarity } from './polarity';

export type Sentiment = 'negative' | 'neutral' | 'positive';

export interface Mood {
	sentiment: Sentiment;
	/** Share of texts with such a result that are judged right, 0 to 1. */
	confidence: number;
	/** -1 (surely negative) to 1 (surely positive), also for a text without an opinion. */
	polarity: number;
}

/** What the decision between opinion and no opinion looks at. */
export interface Evidence {
	lexicon: LexiconScore;
	polarity: Polarity;
	questionDegree: 0 | 1 | 2;
	/** Letters and digits of the text. */
	letters: number;
	/** Whether the words say that it is about business: buying, taking part, greeting. */
	isBusiness: boolean;
	manner: Manner;
}

/** A question may hold this much feeling (sum of the word weights) and still be just a question. */
const CALM_QUESTION = { positive: 2.5, negative: 1.4 };
/** The n-gram model alone, without a word of the lexicon, has to be this sure of an opinion. */
const SURE_OF_SHORT = 0.96;
const SURE_OF_LONG = 0.8;
/** From this length on a text without an opinion is rare, and the model has something to go by. */
const LONG = 16;
/** A courteous question may name an ailment or a breakage that it is about. */
const CALM_COURTESY = { positive: 2.5, negative: 3 };
/** Thanks say thank you, in so few letters; around more they are courtesy. */
const THANKS = 9;
/** Rules set by hand, and runs of characters alone, are surer of themselves than they are right. */
const MOST_OF_GUESS = 0.75;
/** Polarity below which praise and blame cancel out. */
const BALANCED = 0.12;

function neutral(confidence: number, polarity: number): Mood {
	return { sentiment: 'neutral', confidence, polarity };
}

/**
 * Positive, neutral or negative. The corpora know no neutral texts, so that class is by rule: a question without
 * strong words, a text without any sign of feeling of which the model is not very sure, or a balance.
 */
export function decide(evidence: Evidence): Mood {
	const { lexicon, letters, questionDegree, isBusiness } = evidence;
	const { positive } = evidence.polarity;
	const polarity = 2 * positive - 1;
	const sureness = Math.max(positive, 1 - positive);
	const hasWords = lexicon.positive + lexicon.negative > 0;
	const hasSigns = hasWords || Math.abs(lexicon.emoticons) >= 1;
	// The surer the model is of an opinion, the less sure the rule is of none.
	const doubt = Math.max(0, sureness - 0.6);
	if (letters === 0 && !hasSigns) return neutral(0.9, 0);
	const isCalm =
		lexicon.positive < CALM_QUESTION.positive &&
		lexicon.negative < CALM_QUESTION.negative &&
		lexicon.emoticons > -1 &&
		Math.abs(lexicon.figures) < 1.5;
	if (questionDegree > 0 && isCalm && (letters < 4 * LONG || !hasWords)) {
		return neutral((questionDegree === 2 ? 0.92 : 0.85) - doubt * 0.5, polarity);
	}
	const { isPolite, isReport, isThanksOnly } = evidence.manner;
	const hasFigures = Math.abs(lexicon.figures) >= 1.5 || lexicon.emoticons <= -1;
	if (isReport && !hasFigures) return neutral(0.8 - doubt * 0.3, polarity);
	if (isThanksOnly && letters >= THANKS && lexicon.emoticons === 0) {
		return neutral(0.75 - doubt * 0.3, polarity);
	}
	const { positive: kind, negative: harsh } = questionDegree > 0 ? CALM_COURTESY : CALM_QUESTION;
	const isMild = lexicon.positive < kind && lexicon.negative < harsh;
	if (isPolite && isMild && !hasFigures && letters < 4 * LONG) {
		return neutral(0.8 - doubt * 0.5, polarity);
	}
	const needed = letters >= LONG ? SURE_OF_LONG : SURE_OF_SHORT;
	if (!hasSigns && (sureness < needed || (isBusiness && letters < 1.5 * LONG))) {
		return neutral(0.85 - doubt, polarity);
	}
	if (Math.abs(polarity) < BALANCED) return neutral(0.5, polarity);
	// The calibration knows texts whose words are there and mean what they say.
	const isGuess = !hasSigns || Math.abs(lexicon.figures) >= 1;
	const confidence = isGuess ? Math.min(sureness, MOST_OF_GUESS) : sureness;
	return { sentiment: polarity > 0 ? 'positive' : 'negative', confidence, polarity };
}
