import differenceBy from 'lodash/differenceBy';
import { cutText } from '../../../shared/text/longest';
import { checkWording, gravestFirst, LONGEST_TEXT } from '../../../shared/wording/check';
import { findingText, type Finding } from '../../../shared/wording/finding';
import { plainText } from '../../../shared/wording/plainText';
import type { Plan } from './plan';
import { checkPlan } from './planRules';

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
	const text = plainText(cutText(plan.text, LONGEST_TEXT));
	const ofPlan = checkPlan({ ...plan, text });
	// What both find is told once, with the figures of the plan.
	const ofText = differenceBy(checkWording(plan.text), ofPlan, 'id');
	const findings = gravestFirst([...ofText, ...ofPlan]);
	return { canStart: findings.every(({ severity }) => severity !== 'block'), findings };
}

/** The verdict as text for a person. In Chinese. */
export const verdictText = ({ canStart, findings }: Verdict): string =>
	[
		canStart ? '合规检查通过，可以开始。' : '合规检查未通过，活动不能开始。',
		...findings.map(findingText),
	].join('\n');
