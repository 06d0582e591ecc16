import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../shared/constants';
import { receivingProblem } from '../shared/callback/readiness';
import type { CallbackKeys } from '../shared/callback/verify';
import { textsOf } from '../shared/callback/reply';
import { patternOf } from '../shared/text/pattern';
import { findingText } from '../shared/wording/finding';
import { reviewTexts } from '../shared/wording/option';
import { quickRepliesOf } from './quickReplies/list';
import { targetsOf, type TargetRow } from './targets';

async function checkCredential(ctx: IHookFunctions): Promise<void> {
	const keys = await ctx.getCredentials<Partial<CallbackKeys>>(CREDENTIAL_TYPE);
	const found = receivingProblem(keys);
	if (!found) return;
	throw new NodeOperationError(ctx.getNode(), found.problem, { description: found.advice });
}

function checkPattern(ctx: IHookFunctions): void {
	if (ctx.getNodeParameter('textCondition') !== 'regex') return;
	const { problem } = patternOf(String(ctx.getNodeParameter('text')));
	if (!problem) return;
	throw new NodeOperationError(ctx.getNode(), `The pattern in 'Text' cannot be used: ${problem}`, {
		description: 'Correct the regular expression (RE2 syntax), or choose another Text Filter.',
	});
}

function checkTargets(ctx: IHookFunctions): void {
	const rows = ctx.getNodeParameter('options.forwardTo.target', []) as TargetRow[];
	const [problem] = targetsOf(ctx, rows).problems;
	if (!problem) return;
	throw new NodeOperationError(ctx.getNode(), `'Forward To' cannot be used: ${problem}`, {
		description:
			"Enter the path or the production URL of another workflow's WeChat Official Account Trigger.",
	});
}

function checkQuickReplies(ctx: IHookFunctions): void {
	const { replies, problems } = quickRepliesOf(ctx.getNode().parameters);
	const [found] = problems;
	if (found) {
		throw new NodeOperationError(
			ctx.getNode(),
			`'Quick Replies' cannot be used: ${found.problem}`,
			{ description: found.advice },
		);
	}
	if (ctx.getNodeParameter('options.checkWording', true) === false) return;
	for (const { words, reply } of replies) {
		const [breach] = reviewTexts('stop', () => textsOf(reply)).breaches;
		if (!breach) continue;
		throw new NodeOperationError(
			ctx.getNode(),
			`The quick reply to ${words === '' ? 'any other text' : `"${words}"`} breaks a rule: ${breach.explanation}`,
			{
				description: `${findingText(breach)}\nTo publish it all the same, turn off 'Check Wording of Quick Replies' under Options.`,
			},
		);
	}
}

/**
 * What cannot work is told when the workflow is published, not when a follower writes: then nobody
 * would see it.
 *
 * @throws NodeOperationError that names the first thing to mend
 */
export async function checkBeforePublishing(ctx: IHookFunctions): Promise<void> {
	await checkCredential(ctx);
	checkPattern(ctx);
	checkTargets(ctx);
	checkQuickReplies(ctx);
}
