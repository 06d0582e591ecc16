import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { replyBody } from '../../shared/callback/replyBody';
import { forward } from '../forward';
import { toItem } from '../item';
import type { Push } from '../open';
import { ANSWERED, type OwnedResponse } from '../ownedResponse';
import type { Target } from '../targets';
import { triggerKey } from '../triggerKey';
import { ANY_OTHER } from './fields';
import { Recordings } from './recordings';
import type { QuickReply } from './row';

const recordings = new Recordings();

/** The message with what it was answered by. */
function withReply({ fields, meta, canReply }: Push, { match, words, reply }: QuickReply): Push {
	return { fields, meta: { ...meta, quickReply: { match, words, ...reply } }, canReply };
}

/**
 * Answers, and hands the message on. A row with words answers at once, and who is asked only if no other replies is
 * not asked; the one for any other text waits until all others have said that they do not reply.
 */
function send(
	ctx: IWebhookFunctions,
	body: string,
	{ match }: QuickReply,
	targets: Target[],
	response: OwnedResponse,
	receivedAt: number,
): void {
	if (match !== ANY_OTHER) response.answer(body);
	const asked = match === ANY_OTHER ? targets : targets.filter(({ isLast }) => !isLast);
	if (asked.length > 0) forward(ctx, asked, response, receivedAt);
	response.answerUnlessOthers(body);
}

/**
 * Answers a message without a run. It is recorded by a run for all that were answered about the same time, on the
 * second output: with the next message that starts the workflow, and in the editor at once.
 */
export async function answerQuickly(
	ctx: IWebhookFunctions,
	push: Push,
	quickReply: QuickReply,
	targets: Target[],
	response: OwnedResponse,
	receivedAt: number,
): Promise<IWebhookResponseData> {
	const body = await replyBody(ctx, push, quickReply.reply);
	send(ctx, body, quickReply, targets, response, receivedAt);
	const sent = await response.sent;
	// Another workflow has replied, and has the message.
	if (sent.body !== body) return ANSWERED;
	const item = await toItem(ctx, withReply(push, quickReply));
	const items = ctx.getMode() === 'manual' ? [item] : await recordings.add(triggerKey(ctx), item);
	return items ? { ...ANSWERED, workflowData: [[], items] } : ANSWERED;
}

/** A run begins: what was answered before is recorded as soon as it has answered. */
export function recordAfter(ctx: IWebhookFunctions, response: OwnedResponse): void {
	const key = triggerKey(ctx);
	void response.sent.then(() => recordings.handOver(key));
}
