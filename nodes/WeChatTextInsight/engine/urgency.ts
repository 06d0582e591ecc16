import type { Mood } from './sentiment';
import type { Topics } from '../../shared/text/topics';

export type Urgency = 'high' | 'low' | 'normal';

export interface UrgencyResult {
	urgency: Urgency;
	/** Why, as `reason` or `reason: words`. */
	reasons: string[];
}

/** Polarity and weight of words from which a complaint is one that should not wait. */
const STRONG = { polarity: -0.85, words: 5 };

function reason(name: string, words: string[]): string {
	return `${name}: ${words.join(', ')}`;
}

/**
 * How soon a person should answer. `high`: danger, threat with law or press, money lost, a deadline, or a strong
 * complaint; `normal`: a complaint, a question, an impatient reminder; `low`: the rest.
 *
 * @param negativeWeight sum of the weights of negative words
 */
export function urgencyOf(
	topics: Topics,
	mood: Mood,
	isQuestion: boolean,
	negativeWeight: number,
): UrgencyResult {
	const isNegative = mood.sentiment === 'negative';
	const isCalm = topics.of('calm').size > 0;
	const high: string[] = [];
	const normal: string[] = [];
	for (const [name, words] of topics.of('urgent')) {
		// 会过敏吗 asks about a danger, it does not tell of one; 不急 takes the haste back.
		const isAsked = isQuestion && !isNegative && name !== 'selfHarm' && name !== 'deadline';
		const isTakenBack = name === 'deadline' && isCalm;
		(isAsked || isTakenBack ? normal : high).push(reason(name, words));
	}
	if (isNegative && mood.polarity < STRONG.polarity && negativeWeight >= STRONG.words) {
		high.push('strongComplaint');
	}
	if (high.length > 0) return { urgency: 'high', reasons: high };
	for (const [name, words] of topics.of('repeated')) {
		if (isNegative || isQuestion) normal.push(reason(name, words));
	}
	if (isNegative) normal.push('negative');
	if (isQuestion) normal.push('question');
	return normal.length > 0
		? { urgency: 'normal', reasons: normal }
		: { urgency: 'low', reasons: [] };
}
