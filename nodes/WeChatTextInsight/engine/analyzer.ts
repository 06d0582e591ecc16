import { normalise } from '../../shared/text/normalise';
import { evidenceOf } from './evidence';
import { findContacts, type Contact } from '../../shared/text/contacts';
import { followUpsOf, type FollowUp } from './followUp';
import { intentsOf, type Intent } from './intent';
import { OwnModel, parseOwnModel } from './ownModel';
import { read } from './readable';
import { decide, type Mood, type Sentiment } from './sentiment';
import { sensitiveSearch, type SensitiveWord, type WatchedWord } from '../../shared/text/sensitive';
import { Topics } from '../../shared/text/topics';
import { urgentInNormalised, type UrgentKind } from '../../shared/text/urgent/urgent';
import { urgencyOf, type Urgency } from './urgency';

export interface AnalyzerOptions {
	/** Hide the middle of contact data; on unless false. */
	maskContacts?: boolean;
	/** Use the lists of sensitive words of the package; on unless false. */
	builtInSensitiveWords?: boolean;
	/** Words of the operator's own to report as sensitive. */
	sensitiveWords?: WatchedWord[];
	/** Text that `trainModel` gave. */
	model?: string;
}

/** What is known about a text. Everything is plain JSON. */
export interface Insight {
	sentiment: Sentiment;
	/** How often such a `sentiment` is right, 0 to 1. */
	confidence: number;
	/**
	 * -1 (surely negative) to 1 (surely positive): twice the calibrated probability of *positive* minus one. Also
	 * set for a neutral text, as the side it would lean to; the sign alone answers "positive or negative".
	 */
	polarity: number;
	isQuestion: boolean;
	intent: Intent;
	/** All that the text wants, `intent` first. */
	intents: Intent[];
	urgency: Urgency;
	/** What cannot wait, self-harm first; empty where nothing is of that sort. */
	urgencyKinds: UrgentKind[];
	urgencyReasons: string[];
	contacts: Contact[];
	sensitiveWords: SensitiveWord[];
	followUps: FollowUp[];
	/** Words that decided, the strongest first, as `很快 +2`. */
	reasons: string[];
	/** Label and its confidence by the operator's own model, where that has other labels than moods. */
	label?: string;
	labelConfidence?: number;
}

export interface Analyzer {
	/** Judges one text. The work is bounded: of a very long text the beginning and the end are read. */
	analyze(text: string): Insight;
}

const SHOWN_REASONS = 5;
/** Runs of digits that can be the number of an order, or of a phone. */
const ORDER_NUMBER = /(?<!\d)\d{8,32}(?!\d)/g;
const MOBILE_NUMBER = /^1[3-9]\d{9}$/;

function rounded(value: number): number {
	// No -0, which JSON does not have.
	return Math.round(value * 1_000) / 1_000 + 0;
}

function hasOrderNumber(text: string): boolean {
	return (text.match(ORDER_NUMBER) ?? []).some((digits) => !MOBILE_NUMBER.test(digits));
}

/**
 * Makes an analyzer. Word lists and models are unpacked once, so make one for many texts.
 *
 * @throws UserInputError when `model` is no text that `trainModel` gave
 */
export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
	const { maskContacts = true, builtInSensitiveWords = true, sensitiveWords = [] } = options;
	const findSensitive = sensitiveSearch(builtInSensitiveWords, sensitiveWords, normalise);
	const own = options.model ? new OwnModel(parseOwnModel(options.model)) : undefined;

	const analyze = (text: string): Insight => {
		const reading = read(text);
		const { words } = reading;
		const topics = new Topics(words);
		const found = topics.of('intent');
		const evidence = evidenceOf(reading, found);
		const { lexicon } = evidence;
		const isQuestion = evidence.questionDegree > 0;
		const verdict = own?.judge(reading, evidence);
		const mood: Mood = verdict?.mood ?? decide(evidence);
		const intents = intentsOf(found, mood.sentiment, isQuestion);
		const urgent = urgentInNormalised(words);
		const { urgency, kinds, reasons } = urgencyOf(
			urgent,
			topics,
			mood,
			isQuestion,
			lexicon.negative,
		);
		const contacts = findContacts(words, maskContacts);
		const sensitive = findSensitive(words, urgent);
		const strongest = [...lexicon.hits].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
		return {
			sentiment: mood.sentiment,
			confidence: rounded(mood.confidence),
			polarity: rounded(mood.polarity),
			isQuestion,
			intent: intents[0] ?? 'other',
			intents,
			urgency,
			urgencyKinds: kinds,
			urgencyReasons: reasons,
			contacts,
			sensitiveWords: sensitive,
			followUps: followUpsOf({
				mood,
				intents,
				isQuestion,
				isUrgent: urgency === 'high',
				isInDanger: kinds.includes('selfHarm'),
				contacts,
				sensitive,
				words: topics.of('followUp'),
				hasOrderNumber: hasOrderNumber(words),
			}),
			reasons: strongest
				.slice(0, SHOWN_REASONS)
				.map(
					({ word, weight }) => `${word} ${weight > 0 ? '+' : ''}${Math.round(weight * 10) / 10}`,
				),
			...verdict?.label,
		};
	};
	return { analyze };
}
