import { cutText } from '../../../shared/text/longest';
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

/** A sentence; what is asked about all of it is found out once, when it is first asked. */
class Sentence {
	private reward?: boolean;
	private step?: boolean;

	constructor(readonly text: string) {}

	get offersReward(): boolean {
		return (this.reward ??= REWARD.test(this.text));
	}

	get isStep(): boolean {
		return (this.step ??= STEP.test(this.text));
	}
}

/** How much a hit weighs; undefined when it is none. All hits that count weigh the same in one sentence. */
function severityOf(
	rule: TextRule,
	sentence: Sentence,
	position: number,
): Finding['severity'] | undefined {
	const { text } = sentence;
	if (rule.canBeNegated && isNegated(text, position)) return undefined;
	if (!rule.needsReward || sentence.offersReward) return rule.severity;
	if (VOLUNTARY.test(clauseBefore(text, position))) return undefined;
	return rule.otherwise && sentence.isStep ? rule.severity : rule.otherwise;
}

function findIn(rule: TextRule, sentence: Sentence): Finding | undefined {
	for (const { index } of sentence.text.matchAll(rule.pattern)) {
		const severity = severityOf(rule, sentence, index);
		if (!severity) continue;
		const { id, source, explanation, fix } = rule;
		const found = cutText(sentence.text.trim(), EXCERPT);
		return { id, severity, source, explanation, fix, found };
	}
	return undefined;
}

/** One finding per rule is enough to act on: the gravest, and of those the first. */
function scanRule(rule: TextRule, sentences: Sentence[]): Finding[] {
	let first: Finding | undefined;
	for (const sentence of sentences) {
		const finding = findIn(rule, sentence);
		if (finding?.severity === rule.severity) return [finding];
		first ??= finding;
	}
	return first ? [first] : [];
}

/** Most sentences hold nothing that any rule looks for; they are passed over at once. */
const ANY_RULE = new RegExp(TEXT_RULES.map(({ pattern }) => pattern.source).join('|'), 'iu');

/**
 * What the words of an activity break. Linear in the length of the text. "无需转发" and the like do not count.
 *
 * @param text as `plainText` gives it
 */
export function scanText(text: string): Finding[] {
	const sentences = (text.match(SENTENCE) ?? [])
		.filter((sentence) => ANY_RULE.test(sentence))
		.map((sentence) => new Sentence(sentence));
	return TEXT_RULES.flatMap((rule) => scanRule(rule, sentences));
}
