import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../shared/constants';
import { CallbackError } from '../shared/callback/callbackError';
import { describeMessage, type WeChatMeta } from '../shared/callback/message';
import { openMessage, verifyUrl, type CallbackKeys } from '../shared/callback/verify';
import { splitList } from '../shared/text/list';
import { passes, type TextCondition } from './filters';
import { mediaOf } from './media';
import { ACKNOWLEDGEMENT, OwnedResponse } from './ownedResponse';
import { profileOf } from './profile';
import { deliveryKey, Redeliveries } from './redeliveries';

/** WeChat hangs up after 5 s; half a second is left for the way back. */
const ANSWER_AFTER_MS = 4_500;

/** A reply has to be on its way a little before the acknowledgement, also from another worker. */
const REPLY_WITHIN_MS = 4_300;

/**
 * In acknowledge mode the answer waits until n8n has surely registered the run (a database write), so
 * that a crash before that makes WeChat deliver again.
 */
const REGISTERED_AFTER_MS = 500;

const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

interface TriggerOptions {
	addProfile?: boolean;
	downloadMedia?: boolean;
	maxBodySize?: number;
	onlyFirst?: boolean;
	senders?: string;
	timestampTolerance?: number;
}

const redeliveries = new Redeliveries();

async function keysOf(ctx: IWebhookFunctions): Promise<CallbackKeys> {
	const { appId, token, encodingAesKey } =
		await ctx.getCredentials<Partial<CallbackKeys>>(CREDENTIAL_TYPE);
	return {
		appId: (appId ?? '').trim(),
		token: (token ?? '').trim(),
		encodingAesKey: encodingAesKey ?? '',
	};
}

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

/** Tells the person who watches the log why a push was refused, and WeChat only that it was. */
function refuse(ctx: IWebhookFunctions, response: OwnedResponse, error: CallbackError): void {
	ctx.logger.warn(`A push to "${ctx.getNode().name}" was refused: ${error.message}`);
	response.answer('', error.status);
}

/** GET: WeChat checks the server URL when it is saved in the console. */
export async function answerUrlCheck(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = new OwnedResponse(ctx.getResponseObject());
	const keys = await keysOf(ctx);
	try {
		response.answerText(verifyUrl(ctx.getQueryData() as IDataObject, keys));
	} catch (error) {
		if (!(error instanceof CallbackError)) return await Promise.reject(error);
		refuse(ctx, response, error);
	}
	return ANSWERED;
}

async function toItem(
	ctx: IWebhookFunctions,
	fields: IDataObject,
	meta: WeChatMeta,
	options: TriggerOptions,
): Promise<INodeExecutionData> {
	const [profile, media] = await Promise.all([
		options.addProfile ? profileOf(ctx, meta.accountId, meta.openId) : undefined,
		options.downloadMedia ? mediaOf(ctx, meta.kind, fields) : undefined,
	]);
	const wechat: IDataObject = { ...meta };
	if (options.addProfile) wechat.profile = profile ?? null;
	if (media?.problem) wechat.mediaProblem = media.problem;
	const item: INodeExecutionData = { json: { ...fields, wechat } };
	if (media?.binary) item.binary = { data: media.binary };
	return item;
}

/** One window for all triggers of a process, so it has to tell them apart. */
function triggerKey(ctx: IWebhookFunctions): string {
	return [ctx.getWorkflow().id, ctx.getNode().id, ctx.getMode()].join('|');
}

async function start(
	ctx: IWebhookFunctions,
	response: OwnedResponse,
	receivedAt: number,
): Promise<IWebhookResponseData> {
	const options = ctx.getNodeParameter('options', {}) as TriggerOptions;
	const inFlow = ctx.getNodeParameter('respond') === 'inWorkflow';
	const body = await bodyOf(ctx, options.maxBodySize ?? 1_024);
	const keys = await keysOf(ctx);
	const { fields, encrypted } = openMessage(body, ctx.getQueryData() as IDataObject, keys, {
		toleranceSeconds: options.timestampTolerance ?? 0,
		now: receivedAt,
	});
	const replyBefore = receivedAt + (inFlow ? REPLY_WITHIN_MS : 0);
	const meta = describeMessage(fields, { receivedAt, replyBefore, encrypted });
	const isWanted = passes(fields, meta, {
		kinds: ctx.getNodeParameter('triggerOn') as string[],
		senders: splitList(options.senders ?? ''),
		textCondition: ctx.getNodeParameter('textCondition') as TextCondition,
		text: ctx.getNodeParameter('text', '') as string,
	});
	if (!isWanted) {
		response.answer(ACKNOWLEDGEMENT);
		return ANSWERED;
	}
	if (options.onlyFirst ?? true) {
		const key = deliveryKey(triggerKey(ctx), meta.dedupeKey, fields);
		const first = redeliveries.answerTo(key);
		if (first) {
			response.acknowledgeAfter(ANSWER_AFTER_MS);
			const { body: answer, status } = await first;
			response.answer(answer || ACKNOWLEDGEMENT, status);
			return ANSWERED;
		}
		redeliveries.remember(key, response.sent);
	}
	response.acknowledgeAfter(ANSWER_AFTER_MS - (Date.now() - receivedAt));
	const item = await toItem(ctx, fields, meta, options);
	if (!inFlow) response.acknowledgeAfter(REGISTERED_AFTER_MS);
	return { workflowData: [[item]] };
}

/** POST: a message or an event. Verified before it is read; see `openMessage`. */
export async function receiveMessage(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const receivedAt = Date.now();
	const response = new OwnedResponse(ctx.getResponseObject());
	try {
		return await start(ctx, response, receivedAt);
	} catch (error) {
		if (!(error instanceof CallbackError)) return await Promise.reject(error);
		refuse(ctx, response, error);
		return ANSWERED;
	}
}
