import { cutText } from '../../../shared/text/longest';
import { SOURCES, type Finding } from './finding';
import type { Plan } from './plan';
import { checkPlan } from './planRules';
import { plainText, scanText } from './scanText';

export interface Verdict {
	/** Whether nothing blocks the activity. */
	canStart: boolean;
	/** What blocks first, then what a person should look at. */
	findings: Finding[];
}

/** More than any article of an account holds (WeChat: 100,000 characters with all markup). */
const LONGEST_TEXT = 100_000;

const TOO_LONG: Finding = {
	id: 'text-too-long',
	severity: 'block',
	source: SOURCES.check,
	explanation: '文字超过 10 万字，只检查了前 10 万字，其余部分未检查。',
	fix: '把活动文字缩短到 10 万字以内，再检查一次。',
	found: 'Text',
};

/**
 * Checks an activity before it starts against the rules of WeChat and of the law, as far as words and figures
 * show them. It finds the usual breaches; it is no legal opinion.
 */
export function checkCompliance(plan: Plan): Verdict {
	const cut = cutText(plan.text, LONGEST_TEXT);
	const text = plainText(cut);
	const isCut = cut.length < plan.text.length;
	const findings = [
		...(isCut ? [TOO_LONG] : []),
		...scanText(text),
		...checkPlan({ ...plan, text }),
	];
	const [blocks, warnings] = [
		findings.filter(({ severity }) => severity === 'block'),
		findings.filter(({ severity }) => severity === 'warn'),
	];
	return { canStart: blocks.length === 0, findings: [...blocks, ...warnings] };
}

/** The verdict as text for a person. In Chinese. */
export function verdictText({ canStart, findings }: Verdict): string {
	const lines = findings.map(
		({ severity, explanation, fix, found }) =>
			`${severity === 'block' ? '【必须修改】' : '【请留意】'}${explanation}（${found}）\n→ ${fix}`,
	);
	return [canStart ? '合规检查通过，可以开始。' : '合规检查未通过，活动不能开始。', ...lines].join(
		'\n',
	);
}
