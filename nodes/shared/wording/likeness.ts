import once from 'lodash/once';
import { LikenessModel } from '../text/likeness/model';
import { normalise } from '../text/normalise';
import data from './data/likeness.json';
import type { Finding } from './finding';
import { TEXT_RULES } from './rules';
import { excerptOf, scanText } from './scanText';

/*
 * How much a short text is like those that break a rule. The rules know the usual words; this part knows the characters and
 * sounds that go with a breach, and those that go with a notice or a story. Learned by scripts/data/train-texts.mjs.
 */

/** Longer texts are judged by the rules alone: what was learned from are replies, notices and rules of activities. */
const LONGEST = 300;

/** What no other word of a text takes back, and what was not learned. */
const FIXED: ReadonlySet<string> = new Set([
	'certain-win',
	'external-link',
	'final-interpretation',
]);

const model = once(() => new LikenessModel(data));
const ruleNamed = once(() => new Map(TEXT_RULES.map((rule) => [rule.id, rule])));

/** The form in which texts are compared. @param text as `plainText` gives it */
export const likenessText = (text: string): string => normalise(text).trim();

/** Whether a sentence does not read like a breach, although a rule names it. */
function isNoBreach(id: string, sentence: string): boolean {
	if (FIXED.has(id)) return false;
	const compared = likenessText(sentence);
	return model().isUnlike(compared, model().scoreOf(compared));
}

/**
 * What the rules find, but for sentences that do not read like a breach; where they find nothing, the rule that a short
 * text is like breaking, which a person should look at. What stands around a sentence takes nothing back: a breach may
 * stand among rules that are in order.
 *
 * @param text as `plainText` gives it
 */
export function scanWithLikeness(text: string): Finding[] {
	const findings = scanText(text, isNoBreach);
	if (findings.length > 0 || text.length > LONGEST) return findings;
	const compared = likenessText(text);
	const rule = model().isLike(model().scoreOf(compared))
		? ruleNamed().get(model().kindOf(compared))
		: undefined;
	if (!rule) return [];
	const { id, source, explanation, fix } = rule;
	return [{ id, severity: 'warn', source, explanation, fix, found: excerptOf(text) }];
}
