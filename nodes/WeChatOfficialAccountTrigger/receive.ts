import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { CallbackError } from '../shared/callback/callbackError';
import { decide } from './decide';
import { deliver } from './deliver';
import { arrivalOf } from './forward';
import { openPush, openUrlCheck } from './open';
import { ANSWERED, OwnedResponse } from './ownedResponse';
import { warnSeldom } from './warnSeldom';

/** Tells the person who watches the log why a push was refused, and WeChat only that it was. */
function refuse(
	ctx: IWebhookFunctions,
	response: OwnedResponse,
	error: unknown,
): IWebhookResponseData {
	if (!(error instanceof CallbackError)) throw error;
	warnSeldom(ctx, `A push to "${ctx.getNode().name}" was refused: ${error.message}`);
	response.answer('', error.status);
	return ANSWERED;
}

/** GET: WeChat checks the server URL when it is saved in the console. */
export async function answerUrlCheck(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = new OwnedResponse(ctx.getResponseObject());
	try {
		response.answerText(await openUrlCheck(ctx));
		return ANSWERED;
	} catch (error) {
		return refuse(ctx, response, error);
	}
}

/** POST: a message or an event. Verified before it is read, then filtered, then delivered. */
export async function receiveMessage(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
	const arrival = arrivalOf(ctx, Date.now());
	const response = new OwnedResponse(ctx.getResponseObject());
	try {
		const push = await openPush(ctx, arrival);
		const decision = decide(ctx, push, arrival);
		const { isWanted, quickReply, targets } = decision;
		if (!isWanted && !quickReply && targets.length === 0) {
			response.acknowledge();
			return ANSWERED;
		}
		return await deliver(ctx, push, decision, response, arrival);
	} catch (error) {
		return refuse(ctx, response, error);
	}
}
