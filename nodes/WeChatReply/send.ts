import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { REPLIED_LATE, textsOf, TRANSFERS, type PassiveReply } from '../shared/callback/reply';
import { replyBody } from '../shared/callback/replyBody';
import { sendCustomMessage, toCustomMessage } from '../shared/message/customMessage';
import { isNotAllowed } from '../shared/message/failure';
import { UserInputError } from '../shared/inputError';
import { parametersOf } from '../shared/operations/parameters';
import { valuesOf } from '../shared/operations/fields';
import { isOnlyOnce, sendOnce } from '../shared/records/onceFields';
import { checkTexts } from '../shared/wording/option';
import { replyOf } from './content';
import { replyFields, type ReplyValues } from './fields';
import { incomingMessage, whyNotPassive, type Incoming } from './incoming';

/** What WeChat takes as "received, no reply". */
const NO_REPLY = 'success';

const PASSIVE = 'passiveReply';

/** How a reply left: with the answer to the push, as a message of its own, or not at all. */
export type SentAs = 'customerServiceMessage' | 'none' | 'passiveReply';

/** n8n sends a Buffer as it is; a string would pass through code that can lose it on the first run. */
function answerPush(ctx: IExecuteFunctions, body: string, contentType: string): void {
	ctx.sendResponse({
		statusCode: 200,
		headers: { 'content-type': contentType },
		body: Buffer.from(body),
	});
}

async function replyPassively(
	ctx: IExecuteFunctions,
	incoming: Incoming,
	reply: PassiveReply,
): Promise<void> {
	const body = await replyBody(ctx, incoming, reply);
	answerPush(ctx, body, 'application/xml; charset=utf-8');
}

async function sendLate(
	ctx: IExecuteFunctions,
	openId: string,
	reply: PassiveReply,
	obstacle: string,
): Promise<void> {
	try {
		await sendCustomMessage(ctx, openId, toCustomMessage(reply));
	} catch (error) {
		const explained = isNotAllowed(error)
			? new UserInputError(
					`${obstacle}, and this account cannot send late replies (WeChat error ${error.errcode})`,
					'A late reply is a customer service message, which WeChat allows to accounts that are verified as an enterprise (企业认证). Without it let one WeChat Reply answer within five seconds, before slow steps such as an AI model.',
				)
			: error;
		await Promise.reject(explained);
	}
}

async function deliver(
	ctx: IExecuteFunctions,
	incoming: Incoming,
	reply: PassiveReply | undefined,
	values: ReplyValues,
): Promise<SentAs> {
	const obstacle = whyNotPassive(incoming, Date.now());
	if (!reply) {
		if (!obstacle) answerPush(ctx, NO_REPLY, 'text/plain; charset=utf-8');
		return 'none';
	}
	if (!obstacle) {
		await replyPassively(ctx, incoming, reply);
		return PASSIVE;
	}
	if (!values.sendLate) {
		throw new UserInputError(
			obstacle,
			"Turn on 'Send Late Replies as Customer Service Message', or make the workflow faster.",
		);
	}
	await sendLate(ctx, incoming.meta.openId, reply, obstacle);
	if (incoming.isAnswerable) answerPush(ctx, REPLIED_LATE, 'text/plain; charset=utf-8');
	return 'customerServiceMessage';
}

/**
 * Replies, but not to a message that was answered before: by this run or another one, with the answer to the push or
 * as a message. An answer that was given is given again when WeChat asks again: it did not come in time, and
 * WeChat shows one of them.
 */
async function deliverOnce(
	ctx: IExecuteFunctions,
	itemIndex: number,
	incoming: Incoming,
	reply: PassiveReply,
	send: () => Promise<IDataObject>,
): Promise<IDataObject> {
	const { openId, dedupeKey } = incoming.meta;
	const message = {
		operation: 'reply',
		what: 'Reply',
		openId,
		target: openId,
		givenKey: dedupeKey,
		isRepeatable: false,
	};
	let isSentNow = false;
	const result = await sendOnce(ctx, itemIndex, message, async () => {
		isSentNow = true;
		return await send();
	});
	if (!isSentNow && whyNotPassive(incoming, Date.now()) === undefined) {
		if (result.sentAs === PASSIVE) await replyPassively(ctx, incoming, reply);
		else answerPush(ctx, NO_REPLY, 'text/plain; charset=utf-8');
	}
	return result;
}

/** Replies for one item and says how it left. */
export async function sendReply(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const incoming = incomingMessage(ctx, itemIndex);
	const { kind, openId, quickReply } = incoming.meta;
	// Nobody is answered twice by a canvas that leads both outputs of the trigger to one reply.
	if (quickReply) return { openId, kind, replyType: 'none', sentAs: 'none' };
	const isEvent = kind.startsWith('event.');
	const values = valuesOf(replyFields, parametersOf(ctx, itemIndex));
	const reply = replyOf(values, isEvent);
	if (reply && isEvent && TRANSFERS.has(reply.type)) {
		throw new UserInputError(
			`Only a message of a follower can be handed over, and this is the event ${kind}`,
			'Hand over when the follower writes: let the trigger start this workflow for messages only, or check the kind before this node.',
		);
	}
	const wording = reply ? checkTexts(values.checkWording, () => textsOf(reply)) : {};
	const send = async () => ({
		openId,
		kind,
		replyType: reply?.type ?? 'none',
		sentAs: await deliver(ctx, incoming, reply, values),
	});
	const result =
		!reply || !isOnlyOnce(ctx)
			? await send()
			: await deliverOnce(ctx, itemIndex, incoming, reply, send);
	return { ...result, ...wording };
}
