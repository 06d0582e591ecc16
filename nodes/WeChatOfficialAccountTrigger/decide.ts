import type { IWebhookFunctions } from 'n8n-workflow';
import { splitList } from '../shared/text/list';
import { needsPerson, urgentIn } from '../shared/text/urgent/urgent';
import { passes, type Filters, type TextCondition } from './filters';
import type { Arrival } from './forward';
import type { Push } from './open';
import { optionsOf } from './options';
import { quickRepliesOf } from './quickReplies/list';
import type { QuickReply } from './quickReplies/row';
import { targetsOf, type Target } from './targets';
import { warnSeldom } from './warnSeldom';

/** Who gets a message: this workflow, other triggers, both or nobody. */
export interface Decision {
	isWanted: boolean;
	/** What the trigger answers by itself, in place of this workflow. */
	quickReply?: QuickReply;
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

/** Whether a ready answer would be wrong, although a word of it stands in a text: somebody is hurt, or worse. */
const isForPerson = (text: string): boolean => urgentIn(text).some(({ kind }) => needsPerson(kind));

/**
 * The quick reply to a text of somebody whose messages count, whatever starts the workflow. Where a text filter lets a
 * text through, the workflow has the answer to what no row with words matches; and it has what a person has to see.
 */
function quickReplyTo(
	ctx: IWebhookFunctions,
	{ meta }: Push,
	{ senders, textCondition }: Filters,
	isWanted: boolean,
): QuickReply | undefined {
	const { text = '', kind, openId, isUnsupported } = meta;
	if (kind !== 'text' || isUnsupported) return undefined;
	if (senders.length > 0 && !senders.includes(openId)) return undefined;
	const { find, other } = quickRepliesOf(ctx.getNode().parameters);
	const isForWorkflow = isWanted && textCondition !== 'any';
	const row = find(text) ?? (isForWorkflow ? undefined : other(text));
	if (!row || row.match === 'equals' || !isWanted) return row;
	return isForPerson(text) ? undefined : row;
}

/** Compares a message with the filters of the trigger, with *Quick Replies* and with *Forward To*. */
export function decide(ctx: IWebhookFunctions, push: Push, arrival: Arrival): Decision {
	const filters: Filters = {
		kinds: ctx.getNodeParameter('triggerOn') as string[],
		senders: splitList(optionsOf(ctx).senders ?? ''),
		textCondition: ctx.getNodeParameter('textCondition') as TextCondition,
		text: ctx.getNodeParameter('text', '') as string,
	};
	const isWanted = passes(push.fields, push.meta, filters);
	const quickReply = quickReplyTo(ctx, push, filters, isWanted);
	return { isWanted, quickReply, targets: targetsFor(ctx, push, arrival) };
}
