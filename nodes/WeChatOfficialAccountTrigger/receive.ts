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
import { arrivalOf, forward, type Arrival } from './forward';
import { mediaOf } from './media';
import { ACKNOWLEDGEMENT, OwnedResponse } from './ownedResponse';
import { profileOf } from './profile';
import { deliveryKey, Redeliveries } from './redeliveries';
import { targetsOf, type Target, type TargetRow } from './targets';
import { warnSeldom } from './targetWarnings';

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
	forwardTo?: { target?: TargetRow[] };
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

/**
 * One window for all triggers of a process, so it has to tell them apart. An answer in plaintext is
 * never repeated to a push that came encrypted, so these are apart as well.
 */
function windowKey(ctx: IWebhookFunctions, encrypted: boolean): string {
	return [ctx.getWorkflow().id, ctx.getNode().id, ctx.getMode(), encrypted].join('|');
}

/** The triggers that receive this request too. What cannot be used is told in the log. */
function targetsFor(
	ctx: IWebhookFunctions,
	options: TriggerOptions,
	{ isForwarded }: Arrival,
	isWantedBy: (target: Target) => boolean,
): Target[] {
	if (isForwarded) return [];
	const { targets, problems } = targetsOf(ctx, options.forwardTo?.target ?? []);
	for (const problem of problems) {
		warnSeldom(ctx, `'Forward To' of "${ctx.getNode().name}": ${problem}`);
	}
	return targets.filter(isWantedBy);
}

async function start(
	ctx: IWebhookFunctions,
	response: OwnedResponse,
	arrival: Arrival,
): Promise<IWebhookResponseData> {
	const { receivedAt, reservedMs } = arrival;
	const options = ctx.getNodeParameter('options', {}) as TriggerOptions;
	const inFlow = ctx.getNodeParameter('respond') === 'inWorkflow';
	const body = await bodyOf(ctx, options.maxBodySize ?? 1_024);
	const keys = await keysOf(ctx);
	const { fields, encrypted } = openMessage(body, ctx.getQueryData() as IDataObject, keys, {
		toleranceSeconds: options.timestampTolerance ?? 0,
		now: receivedAt,
	});
	const replyBefore = receivedAt + (inFlow ? REPLY_WITHIN_MS - reservedMs : 0);
	const meta = describeMessage(fields, { receivedAt, replyBefore, encrypted });
	const isWanted = passes(fields, meta, {
		kinds: ctx.getNodeParameter('triggerOn') as string[],
		senders: splitList(options.senders ?? ''),
		textCondition: ctx.getNodeParameter('textCondition') as TextCondition,
		text: ctx.getNodeParameter('text', '') as string,
	});
	const targets = targetsFor(ctx, options, arrival, ({ wants }) =>
		wants.some((filters) => passes(fields, meta, filters)),
	);
	if (!isWanted && targets.length === 0) {
		response.acknowledge();
		return ANSWERED;
	}
	const answerBefore = receivedAt + ANSWER_AFTER_MS - reservedMs;
	response.answerWithin(answerBefore - Date.now());
	if (options.onlyFirst ?? true) {
		const key = deliveryKey(windowKey(ctx, encrypted), meta.dedupeKey, fields);
		const first = redeliveries.answerTo(key);
		if (first) {
			const { body: answer, status } = await first;
			response.answer(answer || ACKNOWLEDGEMENT, status);
			return ANSWERED;
		}
		redeliveries.remember(key, response.sent);
	}
	if (targets.length > 0) forward(ctx, targets, response, receivedAt);
	if (!isWanted) {
		response.acknowledge();
		return ANSWERED;
	}
	const item = await toItem(ctx, fields, meta, options);
	if (!inFlow) response.acknowledgeAfter(REGISTERED_AFTER_MS);
	return { workflowData: [[item]] };
}

/** POST: a message or an event. Verified before it is read; see `openMessage`. */
export async function receiveMessage(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const arrival = arrivalOf(ctx, Date.now());
	const response = new OwnedResponse(ctx.getResponseObject());
	try {
		return await start(ctx, response, arrival);
	} catch (error) {
		if (!(error instanceof CallbackError)) return await Promise.reject(error);
		refuse(ctx, response, error);
		return ANSWERED;
	}
}
