import { cutText } from '../text/longest';
import type { Finding } from './finding';
import { findIn, type TextRule } from './rule';
import { TEXT_RULES } from './rules';
import { sentencesOf, type Sentence } from './sentence';

/** Longest excerpt of a finding. */
const EXCERPT = 80;

/** What a finding shows of the text that it is about. */
export const excerptOf = (text: string): string => cutText(text.trim(), EXCERPT);

/** Whether a sentence is not meant by a rule that its words fall under. */
export type Exception = (id: string, sentence: string) => boolean;

/** One finding per rule is enough to act on: the gravest, and of those the first. */
function scanRule(
	rule: TextRule,
	sentences: readonly Sentence[],
	hasReward: boolean,
	isException: Exception,
): Finding[] {
	const { id, source, explanation, fix } = rule;
	let first: Finding | undefined;
	for (const sentence of sentences) {
		const severity = findIn(rule, sentence, hasReward);
		const text = sentence.text.trim();
		if (!severity || isException(id, text)) continue;
		const finding: Finding = { id, severity, source, explanation, fix, found: excerptOf(text) };
		if (severity === rule.severity) return [finding];
		first ??= finding;
	}
	return first ? [first] : [];
}

/** Most sentences hold nothing that any rule looks for; they are passed over at once. */
const ANY_RULE = new RegExp(TEXT_RULES.map(({ pattern }) => pattern.source).join('|'), 'iu');

/**
 * What the words of a text break. Linear in the length of the text. "无需转发" and the like do not count.
 *
 * @param text as `plainText` gives it
 * @param isException asked of each sentence in which a rule finds something
 */
export function scanText(text: string, isException: Exception = () => false): Finding[] {
	const all = sentencesOf(text);
	const sentences = all.filter((sentence) => ANY_RULE.test(sentence.text));
	if (sentences.length === 0) return [];
	const hasReward = all.some((sentence) => sentence.offersReward);
	return TEXT_RULES.flatMap((rule) => scanRule(rule, sentences, hasReward, isException));
}
