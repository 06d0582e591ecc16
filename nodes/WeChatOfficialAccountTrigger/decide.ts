import type { IWebhookFunctions } from 'n8n-workflow';
import { splitList } from '../shared/text/list';
import { passes, type TextCondition } from './filters';
import type { Arrival } from './forward';
import type { Push } from './open';
import { optionsOf } from './options';
import { targetsOf, type Target } from './targets';
import { warnSeldom } from './warnSeldom';

/** Who gets a message: this workflow, other triggers, both or nobody. */
export interface Decision {
	isWanted: boolean;
	targets: Target[];
}

/** The triggers that receive this message too. What cannot be used is told in the log. */
function targetsFor(
	ctx: IWebhookFunctions,
	{ fields, meta }: Push,
	{ isForwarded }: Arrival,
): Target[] {
	if (isForwarded) return [];
	const { targets, problems } = targetsOf(ctx, optionsOf(ctx).forwardTo?.target ?? []);
	for (const problem of problems) {
		warnSeldom(ctx, `'Forward To' of "${ctx.getNode().name}": ${problem}`);
	}
	return targets.filter(({ wants }) => wants.some((filters) => passes(fields, meta, filters)));
}

/** Compares a message with the filters of the trigger and with those of *Forward To*. */
export function decide(ctx: IWebhookFunctions, push: Push, arrival: Arrival): Decision {
	const isWanted = passes(push.fields, push.meta, {
		kinds: ctx.getNodeParameter('triggerOn') as string[],
		senders: splitList(optionsOf(ctx).senders ?? ''),
		textCondition: ctx.getNodeParameter('textCondition') as TextCondition,
		text: ctx.getNodeParameter('text', '') as string,
	});
	return { isWanted, targets: targetsFor(ctx, push, arrival) };
}
