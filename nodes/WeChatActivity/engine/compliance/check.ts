import type { Finding } from './finding';
import type { Plan } from './plan';
import { checkPlan } from './planRules';
import { plainText, scanText } from './scanText';

export interface Verdict {
	/** Whether nothing blocks the activity. */
	canStart: boolean;
	/** What blocks first, then what a person should look at. */
	findings: Finding[];
}

/**
 * Checks an activity before it starts against the rules of WeChat and of the law, as far as words and figures
 * show them. It finds the usual breaches; it is no legal opinion.
 */
export function checkCompliance(plan: Plan): Verdict {
	const text = plainText(plan.text);
	const findings = [...scanText(text), ...checkPlan({ ...plan, text })];
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
