import { toPlainWidth, toSimplified } from '../../../shared/text/normalise';
import type { Finding } from './finding';
import { REWARD, TEXT_RULES, type TextRule } from './textRules';

/** Words that take back what follows in the clause: "no need to", "must not", "not conditional on". */
const NEGATED_BEFORE =
	/(?:无需|无须|毋须|毋需|不需要?|不用|不必|不要求|不强制|不强迫|不鼓励|不诱导|不设|请勿|严禁|禁止|不得|不可以?|不接受|不以|不因|不会因|并非|谢绝|拒绝|不面向|没有要求|未要求|不提供|不收集|不涉及|无关|无任何|没有任何|不含)(?!.*(?:只需|只要|但|而是|改为)).{0,20}$/u;

/** Words after it that say that it does not matter. */
const NEGATED_AFTER =
	/^[^，。！？!?；;\n]{0,14}(?:不是(?!.{0,6}(?:吗|么))|并非|不作为|不影响|无关|不会|自愿|不计入|不增加|不作要求|与否|均可参|都可参|不属于|一律无效|不得参|不参与)/u;

/** Somebody is free to do it. */
const VOLUNTARY = /(?:欢迎|自愿|可自行|也可以?|不妨)[^，。！？!?；;\n]{0,6}$/u;

/** Signs of a required step, even when the reward is spoken of elsewhere. */
const STEP =
	/截图|必须|务必|需要?(?!求)|(?:步骤|第)[一二三四五\d]|^\s*(?:[①②③④⑤]|\d+\s?[.、)）])|参与方式|参加方式/u;

/** Characters of the shortest word looked for. */
const WORD = 2;

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％]/gu;

/** Simplified characters, plain letters and digits, Chinese commas and semicolons. */
export function plainText(text: string): string {
	return toSimplified(text)
		.replace(FULL_WIDTH, toPlainWidth)
		.replace(/,(?!\d{3})/gu, '，')
		.replace(/;/gu, '；');
}

const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;\n]*/gu;
const CLAUSE_START = /[，：:]/u;

/** Words further away belong to something else; it also keeps a text without commas from costing more. */
const CLAUSE_LENGTH = 40;

/** Longest excerpt of a finding. */
const EXCERPT = 80;

/** The clause up to a position of a sentence. */
function clauseBefore(sentence: string, position: number): string {
	const least = Math.max(0, position - CLAUSE_LENGTH);
	let start = position;
	while (start > least && !CLAUSE_START.test(sentence.charAt(start - 1))) start -= 1;
	return sentence.slice(start, position);
}

function isNegated(sentence: string, position: number): boolean {
	return (
		NEGATED_BEFORE.test(clauseBefore(sentence, position)) ||
		// From within the words: "分享不会增加机会" says that sharing gives nothing.
		NEGATED_AFTER.test(sentence.slice(position + WORD))
	);
}

/** How much a hit weighs; undefined when it is none. */
function severityOf(
	rule: TextRule,
	sentence: string,
	position: number,
): Finding['severity'] | undefined {
	if (rule.canBeNegated && isNegated(sentence, position)) return undefined;
	if (!rule.needsReward) return rule.severity;
	const isFree = VOLUNTARY.test(clauseBefore(sentence, position));
	if (REWARD.test(sentence)) return rule.severity;
	if (isFree) return undefined;
	return rule.otherwise && STEP.test(sentence) ? rule.severity : rule.otherwise;
}

function scanRule(rule: TextRule, sentences: string[]): Finding[] {
	const findings: Finding[] = [];
	for (const sentence of sentences) {
		for (const match of sentence.matchAll(rule.pattern)) {
			const severity = severityOf(rule, sentence, match.index);
			if (!severity) continue;
			const { id, source, explanation, fix } = rule;
			findings.push({
				id,
				severity,
				source,
				explanation,
				fix,
				found: sentence.trim().slice(0, EXCERPT),
			});
		}
	}
	// One finding per rule is enough to act on; the gravest, and of those the first.
	const gravest = findings.find(({ severity }) => severity === 'block') ?? findings[0];
	return gravest ? [gravest] : [];
}

/**
 * What the words of an activity break. Linear in the length of the text. "无需转发" and the like do not count.
 *
 * @param text as `plainText` gives it
 */
export function scanText(text: string): Finding[] {
	const sentences = text.match(SENTENCE) ?? [];
	return TEXT_RULES.flatMap((rule) => scanRule(rule, sentences));
}
