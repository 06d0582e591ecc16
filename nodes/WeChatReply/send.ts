import { randomInt } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { MessageCrypto } from '../shared/callback/crypto';
import { buildEncryptedReply, buildReply, type PassiveReply } from '../shared/callback/reply';
import type { CallbackKeys } from '../shared/callback/verify';
import { CREDENTIAL_TYPE } from '../shared/constants';
import { sendCustomMessage, toCustomMessage } from '../shared/message/customMessage';
import { UserInputError } from '../shared/inputError';
import { replyFromParameters } from './content';
import { incomingMessage, whyNotPassive, type Incoming } from './incoming';

/** What WeChat takes as "received, no reply". */
const NO_REPLY = 'success';

/** How a reply left: with the answer to the push, as a message of its own, or not at all. */
export type SentAs = 'customerServiceMessage' | 'none' | 'passiveReply';

/** The reply in an envelope that only WeChat can open, for messages that came in one. */
async function encrypt(ctx: IExecuteFunctions, xml: string): Promise<string> {
	const keys = await ctx.getCredentials<Partial<CallbackKeys>>(CREDENTIAL_TYPE);
	const { appId = '', token = '', encodingAesKey = '' } = keys;
	const crypto = new MessageCrypto(token.trim(), encodingAesKey, appId.trim());
	const timestamp = String(Math.floor(Date.now() / 1_000));
	const nonce = String(randomInt(1_000_000_000, 10_000_000_000));
	const encrypted = crypto.encrypt(xml);
	const signature = crypto.signatureOf(timestamp, nonce, encrypted);
	return buildEncryptedReply({ encrypted, signature, timestamp, nonce });
}

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
	{ fields, meta }: Incoming,
	reply: PassiveReply,
): Promise<void> {
	const xml = buildReply(reply, {
		toUser: meta.openId,
		fromUser: String(fields.ToUserName ?? meta.accountId),
		createTime: Math.floor(Date.now() / 1_000),
	});
	answerPush(ctx, meta.encrypted ? await encrypt(ctx, xml) : xml, 'application/xml; charset=utf-8');
}

async function deliver(
	ctx: IExecuteFunctions,
	itemIndex: number,
	incoming: Incoming,
	reply: PassiveReply | undefined,
): Promise<SentAs> {
	const obstacle = whyNotPassive(incoming, Date.now());
	if (!reply) {
		if (!obstacle) answerPush(ctx, NO_REPLY, 'text/plain; charset=utf-8');
		return 'none';
	}
	if (!obstacle) {
		await replyPassively(ctx, incoming, reply);
		return 'passiveReply';
	}
	if (!(ctx.getNodeParameter('sendLate', itemIndex, true) as boolean)) {
		throw new UserInputError(
			obstacle,
			"Turn on 'Send Late Replies as Customer Service Message', or make the workflow faster.",
		);
	}
	await sendCustomMessage(ctx, incoming.meta.openId, toCustomMessage(reply));
	return 'customerServiceMessage';
}

/** Replies for one item and says how it left. */
export async function sendReply(ctx: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	const incoming = incomingMessage(ctx, itemIndex);
	const { kind, openId } = incoming.meta;
	const reply = replyFromParameters(ctx, itemIndex, kind.startsWith('event.'));
	const sentAs = await deliver(ctx, itemIndex, incoming, reply);
	return { openId, kind, replyType: reply?.type ?? 'none', sentAs };
}
