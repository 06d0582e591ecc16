import once from 'lodash/once';
import { LikenessModel } from '../text/likeness/model';
import { normalise } from '../text/normalise';
import data from './data/likeness.json';
import type { Finding } from './finding';
import { TEXT_RULES } from './rules';

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

/**
 * What the rules have found, as far as the whole of a short text does not speak against it; where they have found nothing, the
 * rule that a text is like breaking, which a person should look at.
 *
 * @param text as `plainText` gives it
 */
export function withLikeness(text: string, findings: readonly Finding[]): Finding[] {
	if (text.length > LONGEST) return [...findings];
	const compared = likenessText(text);
	const score = model().scoreOf(compared);
	if (findings.length > 0) {
		return model().isUnlike(score) ? findings.filter(({ id }) => FIXED.has(id)) : [...findings];
	}
	const rule = model().isLike(score) ? ruleNamed().get(model().kindOf(compared)) : undefined;
	if (!rule) return [];
	const { id, source, explanation, fix } = rule;
	return [{ id, severity: 'warn', source, explanation, fix, found: text.trim() }];
}
