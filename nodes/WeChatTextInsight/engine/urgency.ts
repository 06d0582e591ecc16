import type { Topics } from '../../shared/text/topics';
import type { Urgent, UrgentKind } from '../../shared/text/urgent/urgent';
import type { Mood } from './sentiment';

export type Urgency = 'high' | 'low' | 'normal';

export interface UrgencyResult {
	urgency: Urgency;
	/** What cannot wait; empty where nothing is of that sort. */
	kinds: UrgentKind[];
	/** Why, as `reason` or `reason: words`. */
	reasons: string[];
}

/** Polarity and weight of words from which a complaint is one that should not wait. */
const STRONG = { polarity: -0.85, words: 5 };

function reason(name: string, words: string[]): string {
	return `${name}: ${words.join(', ')}`;
}

/**
 * How soon a person should answer. `high`: something that cannot wait, or a strong complaint; `normal`: a complaint,
 * a question, an impatient reminder; `low`: the rest.
 *
 * @param negativeWeight sum of the weights of negative words
 */
export function urgencyOf(
	urgent: readonly Urgent[],
	topics: Topics,
	mood: Mood,
	isQuestion: boolean,
	negativeWeight: number,
): UrgencyResult {
	const isNegative = mood.sentiment === 'negative';
	const kinds = urgent.map(({ kind }) => kind);
	const high = urgent.map(({ kind, words }) => reason(kind, words));
	if (isNegative && mood.polarity < STRONG.polarity && negativeWeight >= STRONG.words) {
		high.push('strongComplaint');
	}
	if (high.length > 0) return { urgency: 'high', kinds, reasons: high };
	const normal: string[] = [];
	for (const [name, words] of topics.of('repeated')) {
		if (isNegative || isQuestion) normal.push(reason(name, words));
	}
	if (isNegative) normal.push('negative');
	if (isQuestion) normal.push('question');
	return { urgency: normal.length > 0 ? 'normal' : 'low', kinds, reasons: normal };
}
