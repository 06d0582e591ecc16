import type { IDataObject, IHttpRequestMethods, IWebhookFunctions } from 'n8n-workflow';
import partition from 'lodash/partition';
import { isReply, REPLIED_HEADER, type OwnedResponse } from './ownedResponse';
import type { Target } from './targets';
import { answerAdvice, isTimeout, noAnswerAdvice, REPLY_UNSEEN, warnAbout } from './targetWarnings';

/**
 * Names the moment at which the request came from WeChat, in epoch milliseconds. A request that
 * carries it is not forwarded again, so that triggers that name each other do not call in circles.
 */
export const FORWARDED_HEADER = 'x-wechat-forwarded';

/**
 * How long a target may take to answer. Hanging up earlier would lose the message: a busy n8n drops a
 * request whose sender is gone. WeChat does not wait for it, and a reply that late is one that the target
 * sends as a customer service message.
 */
const HAND_OVER_MS = 60_000;

/** Until when a target tells the forwarding trigger that its run has ended; before that one gives up. */
export const TELL_WITHIN_MS = 55_000;

/** No request is on its way for longer. What a stamp says beyond that is a clock that is wrong. */
const MAX_TRANSIT_MS = HAND_OVER_MS;

/** What the way of a reply from a target back to the forwarding trigger may take. */
const WAY_BACK_MS = 150;

export interface Arrival {
	/** Epoch milliseconds at which WeChat handed the request over. */
	receivedAt: number;
	/** By how much all deadlines are earlier. */
	reservedMs: number;
	isForwarded: boolean;
}

/** When the five seconds of WeChat began: now, or when the forwarding trigger was called. */
export function arrivalOf(ctx: IWebhookFunctions, now: number): Arrival {
	const stamp = ctx.getHeaderData()[FORWARDED_HEADER];
	if (stamp === undefined) return { receivedAt: now, reservedMs: 0, isForwarded: false };
	const at = Number(stamp);
	const receivedAt = Number.isFinite(at) ? Math.min(now, Math.max(at, now - MAX_TRANSIT_MS)) : now;
	return { receivedAt, reservedMs: WAY_BACK_MS, isForwarded: true };
}

/** The request as it came, byte by byte. */
interface Original {
	body: Buffer;
	contentType: string;
	/** Signatures and all, as sent. */
	query: string;
	receivedAt: number;
}

function originalOf(ctx: IWebhookFunctions, receivedAt: number): Original {
	const { rawBody, headers, url } = ctx.getRequestObject();
	const start = url.indexOf('?');
	return {
		body: rawBody,
		contentType: headers['content-type'] ?? 'text/xml',
		query: start < 0 ? '' : url.slice(start + 1),
		receivedAt,
	};
}

interface Answer {
	statusCode: number;
	body: string;
	/** Whether the follower has got a reply, with this answer or as a message. */
	hasReplied: boolean;
}

async function post(
	ctx: IWebhookFunctions,
	url: string,
	{ body, contentType, query, receivedAt }: Original,
): Promise<Answer> {
	const method: IHttpRequestMethods = 'POST';
	const response: { statusCode: number; body: unknown; headers: IDataObject } =
		await ctx.helpers.httpRequest({
			method,
			url: `${url}${url.includes('?') ? '&' : '?'}${query}`,
			body,
			headers: { 'content-type': contentType, [FORWARDED_HEADER]: String(receivedAt) },
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: HAND_OVER_MS,
		});
	const text = Buffer.isBuffer(response.body) ? response.body.toString('utf8') : '';
	const hasReplied = isReply(text) || response.headers[REPLIED_HEADER] !== undefined;
	return { statusCode: response.statusCode, body: text, hasReplied };
}

/** Sends on a reply. What stands in the way of it, or of any answer, comes back in words. */
function problemOf({ statusCode, body }: Answer, response: OwnedResponse): string | undefined {
	if (statusCode !== 200 || !isReply(body)) return answerAdvice(statusCode, body);
	return response.answer(body) ? undefined : REPLY_UNSEEN;
}

/** Calls a target and takes its reply. Tells whether it has replied, or may still do so. */
async function forwardTo(
	ctx: IWebhookFunctions,
	target: Target,
	original: Original,
	response: OwnedResponse,
): Promise<boolean> {
	let answer: Answer;
	try {
		answer = await post(ctx, target.url, original);
	} catch (error) {
		// The error itself carries the request, and with it the signatures.
		warnAbout(ctx, target, noAnswerAdvice(error));
		return isTimeout(error);
	}
	const problem = problemOf(answer, response);
	if (problem) warnAbout(ctx, target, problem);
	return answer.hasReplied;
}

/**
 * Hands a verified request on to other triggers of the account, all at once. The first that replies
 * gives the answer to WeChat; as long as one of them may still reply, no acknowledgement goes out. A
 * target that fails costs nothing but a line in the log; one that is slow gets the message all the same.
 * Those that are asked last get it when the runs of all others have ended without a reply, be that late.
 *
 * @param receivedAt epoch milliseconds
 */
export function forward(
	ctx: IWebhookFunctions,
	targets: Target[],
	response: OwnedResponse,
	receivedAt: number,
): void {
	const original = originalOf(ctx, receivedAt);
	const call = async (to: Target[]) =>
		await Promise.all(to.map(async (target) => await forwardTo(ctx, target, original, response)));
	const [last, first] = partition(targets, ({ isLast }) => isLast);
	const all = async () => {
		const replied = await call(first);
		if (!replied.includes(true)) await call(last);
	};
	response.holdFor(all());
}
