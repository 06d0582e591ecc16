import type { Finding, RuleInfo } from './finding';
import type { Sentence } from './sentence';

/** A rule about words. */
export interface TextRule extends RuleInfo {
	/** What is looked for, sentence by sentence; flags `gu`. */
	pattern: RegExp;
	/** Only where a reward or the right to take part is spoken of as well. */
	needsReward?: true;
	/** What it is called when that is spoken of elsewhere only; absent for no finding. */
	otherwise?: 'warn';
	/** What the sentence has to hold besides. */
	with?: RegExp;
	/** What makes the sentence harmless. */
	unless?: RegExp;
	/** The word in what was found that could be taken back; the beginning, when it is absent. */
	key?: RegExp;
	/** Words before it, up to the beginning of the clause, that give it another meaning. */
	notAfter?: RegExp;
	/** Whether "not necessary", "voluntary" and the like before or after the words lift it. */
	canBeNegated: boolean;
	/** Whether what was found counts, where words alone do not tell. */
	counts?(match: RegExpExecArray, sentence: Sentence): boolean;
}

const weightOf = (rule: TextRule, sentence: Sentence, isElsewhere: boolean) => {
	if (!rule.needsReward || sentence.offersReward) return rule.severity;
	if (!rule.otherwise) return undefined;
	if (sentence.isBesideReward) return sentence.isStep ? rule.severity : rule.otherwise;
	if (!sentence.isStep) return undefined;
	return isElsewhere ? rule.severity : rule.otherwise;
};

const isMeant = (rule: TextRule, sentence: Sentence, match: RegExpExecArray): boolean => {
	const { index: start, 0: found } = match;
	const index = rule.key ? start + Math.max(0, found.search(rule.key)) : start;
	if (rule.notAfter?.test(sentence.clauseBefore(index))) return false;
	if (rule.canBeNegated && sentence.isNegatedAt(index)) return false;
	if (rule.needsReward && sentence.isVoluntaryAt(index)) return false;
	return rule.counts?.(match, sentence) ?? true;
};

/**
 * What a rule finds in a sentence.
 *
 * @param isElsewhere whether the text offers a reward in any sentence
 */
export function findIn(
	rule: TextRule,
	sentence: Sentence,
	isElsewhere: boolean,
): Finding['severity'] | undefined {
	if (rule.with && !sentence.has(rule.with)) return undefined;
	if (rule.unless && sentence.has(rule.unless)) return undefined;
	const severity = weightOf(rule, sentence, isElsewhere);
	if (!severity) return undefined;
	if (rule.canBeNegated && (sentence.isWarning || sentence.isAnsweredNo)) return undefined;
	for (const match of sentence.text.matchAll(rule.pattern)) {
		if (isMeant(rule, sentence, match)) return severity;
	}
	return undefined;
}
