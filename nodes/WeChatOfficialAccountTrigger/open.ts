import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { CallbackError } from '../shared/callback/callbackError';
import { callbackKeysOf } from '../shared/callback/keys';
import { describeMessage, type WeChatMeta } from '../shared/callback/message';
import { SeenSignatures } from '../shared/callback/seenSignatures';
import { openMessage, verifyUrl } from '../shared/callback/verify';
import type { Arrival } from './forward';
import { DEFAULT_MAX_BODY_KB, DEFAULT_TOLERANCE_S, optionsOf } from './options';

/** A reply has to be on its way a little before the acknowledgement, also from another worker. */
const REPLY_WITHIN_MS = 4_300;

/** A message that is known to come from WeChat. */
export interface Push {
	fields: IDataObject;
	meta: WeChatMeta;
	/** Whether the workflow may answer the push. */
	canReply: boolean;
}

const seen = new SeenSignatures();

async function bodyOf(ctx: IWebhookFunctions, maxKilobytes: number): Promise<string> {
	const request = ctx.getRequestObject();
	// n8n leaves the body unread for content types that it does not know.
	if (request.rawBody === undefined) await request.readRawBody();
	const body: Buffer | undefined = request.rawBody;
	if (body && body.length > maxKilobytes * 1_024) {
		throw new CallbackError(413, `The message is larger than ${maxKilobytes} KB`);
	}
	return body?.toString('utf8') ?? '';
}

/**
 * The text with which to answer WeChat's check of the server URL.
 *
 * @throws CallbackError when it is not WeChat that asks
 */
export async function openUrlCheck(ctx: IWebhookFunctions): Promise<string> {
	return verifyUrl(ctx.getQueryData() as IDataObject, await callbackKeysOf(ctx));
}

/**
 * Verifies what was posted before it is read.
 *
 * @throws CallbackError when it is not from WeChat, not of now, or cannot be read
 */
export async function openPush(
	ctx: IWebhookFunctions,
	{ receivedAt, reservedMs }: Arrival,
): Promise<Push> {
	const canReply = ctx.getNodeParameter('respond') === 'inWorkflow';
	const { maxBodySize = DEFAULT_MAX_BODY_KB, timestampTolerance = DEFAULT_TOLERANCE_S } =
		optionsOf(ctx);
	const body = await bodyOf(ctx, maxBodySize);
	const keys = await callbackKeysOf(ctx);
	const { fields, encrypted } = openMessage(body, ctx.getQueryData() as IDataObject, keys, {
		toleranceSeconds: timestampTolerance,
		now: receivedAt,
		seen,
	});
	const replyBefore = receivedAt + (canReply ? REPLY_WITHIN_MS - reservedMs : 0);
	const { appId } = keys;
	const meta = describeMessage(fields, { appId, receivedAt, replyBefore, encrypted });
	return { fields, meta, canReply };
}
