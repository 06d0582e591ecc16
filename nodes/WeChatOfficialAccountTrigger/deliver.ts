import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Decision } from './decide';
import { forward, TELL_WITHIN_MS, type Arrival } from './forward';
import { toItem } from './item';
import type { Push } from './open';
import { optionsOf } from './options';
import { ACKNOWLEDGEMENT, ANSWERED, type OwnedResponse, type Sent } from './ownedResponse';
import { answerQuickly, recordAfter } from './quickReplies/answer';
import { deliveryKey, Redeliveries } from './redeliveries';
import { triggerKey } from './triggerKey';

/** WeChat hangs up after 5 s; half a second is left for the way back. */
const ANSWER_AFTER_MS = 4_500;

/**
 * In acknowledge mode the answer waits until n8n has surely registered the run (a database write), so
 * that a crash before that makes WeChat deliver again.
 */
const REGISTERED_AFTER_MS = 500;

const redeliveries = new Redeliveries();

/**
 * One window for all triggers of a process, so it has to tell them apart. An answer in plaintext is
 * never repeated to a push that came encrypted, so these are apart as well.
 */
function windowKey(ctx: IWebhookFunctions, encrypted: boolean): string {
	return `${triggerKey(ctx)}|${encrypted}`;
}

/** The answer to the first delivery of this message; undefined when this is the first. */
function answerToFirst(
	ctx: IWebhookFunctions,
	{ fields, meta }: Push,
	sent: Promise<Sent>,
): Promise<Sent> | undefined {
	if (!(optionsOf(ctx).onlyFirst ?? true)) return undefined;
	const key = deliveryKey(windowKey(ctx, meta.encrypted), meta.dedupeKey, fields);
	const first = redeliveries.answerTo(key);
	if (!first) redeliveries.remember(key, sent);
	return first;
}

/** Starts the workflow and hands the message on, once per message. */
export async function deliver(
	ctx: IWebhookFunctions,
	push: Push,
	{ isWanted, quickReply, targets }: Decision,
	response: OwnedResponse,
	{ receivedAt, isForwarded }: Arrival,
): Promise<IWebhookResponseData> {
	// The forwarding trigger answers WeChat in time by itself, and has to know how a run that is late has ended.
	const answerAfterMs = isForwarded ? TELL_WITHIN_MS : ANSWER_AFTER_MS;
	response.answerWithin(receivedAt + answerAfterMs - Date.now());
	const first = answerToFirst(ctx, push, response.sent);
	if (first) {
		const { body, status } = await first;
		response.answer(body || ACKNOWLEDGEMENT, status);
		return ANSWERED;
	}
	if (quickReply) {
		return await answerQuickly(ctx, push, quickReply, targets, response, receivedAt);
	}
	if (targets.length > 0) forward(ctx, targets, response, receivedAt);
	if (!isWanted) {
		response.acknowledge();
		return ANSWERED;
	}
	recordAfter(ctx, response);
	const item = await toItem(ctx, push);
	if (!push.canReply) response.acknowledgeAfter(REGISTERED_AFTER_MS);
	return { workflowData: [[item]] };
}
