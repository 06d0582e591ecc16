import { randomInt } from 'crypto';
import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { MessageCrypto } from './crypto';
import { callbackKeysOf } from './keys';
import type { WeChatMeta } from './message';
import { buildEncryptedReply, buildReply, type PassiveReply } from './reply';

type Context = Pick<
	IExecuteFunctions | IWebhookFunctions,
	'getCredentials' | 'getMode' | 'getNode'
>;

/** The reply in an envelope that only WeChat can open, for messages that came in one. */
async function encrypt(ctx: Context, xml: string): Promise<string> {
	const { appId, token, encodingAesKey } = await callbackKeysOf(ctx);
	const crypto = new MessageCrypto(token, encodingAesKey, appId);
	const timestamp = String(Math.floor(Date.now() / 1_000));
	const nonce = String(randomInt(1_000_000_000, 10_000_000_000));
	const encrypted = crypto.encrypt(xml);
	const signature = crypto.signatureOf(timestamp, nonce, encrypted);
	return buildEncryptedReply({ encrypted, signature, timestamp, nonce });
}

/** The answer to a push that brings a reply to its sender, encrypted when the message was. */
export async function replyBody(
	ctx: Context,
	{ fields, meta }: { fields: IDataObject; meta: WeChatMeta },
	reply: PassiveReply,
): Promise<string> {
	const xml = buildReply(reply, {
		toUser: meta.openId,
		fromUser: String(fields.ToUserName ?? meta.accountId),
		createTime: Math.floor(Date.now() / 1_000),
	});
	return meta.encrypted ? await encrypt(ctx, xml) : xml;
}
