import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { WeChatApiError, WeChatTransportError } from './errors';
import { readAnswer, type HttpResponse } from './answer';
import type { AccountKeys } from './keys';
import { networkFailure, originOf } from './networkFailure';
import { failureOf, nextDelay } from './retryPolicy';

/** Where a token is asked for. */
export const STABLE_PATH = '/cgi-bin/stable_token';

/**
 * In its last five minutes a token is replaced while the old one stays valid, so renewing four to two
 * minutes before the end gets a new one without a gap (WeChat: stable_token).
 */
const RENEW_BEFORE_END_S = 120;

export interface ObtainedToken {
	accessToken: string;
	/** Epoch milliseconds after which the token is to be renewed. */
	expiresAt: number;
}

/** Sends a request, with nothing added to it. */
export type Send = (options: IHttpRequestOptions) => Promise<HttpResponse>;

/** Asks WeChat for the token of an account. @param force for another one than the present */
export async function requestToken(
	send: Send,
	keys: AccountKeys,
	force: boolean,
): Promise<ObtainedToken> {
	const body: IDataObject = {
		grant_type: 'client_credential',
		appid: keys.appId,
		secret: keys.appSecret,
	};
	if (force) body.force_refresh = true;
	for (let attempt = 1; ; attempt++) {
		try {
			const response = await send({
				method: 'POST',
				url: `${keys.apiBaseUrl}${STABLE_PATH}`,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
				encoding: 'arraybuffer',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: 15_000,
			});
			return readToken(response);
		} catch (error) {
			const origin = originOf(error);
			const failure = origin instanceof WeChatApiError ? origin : networkFailureOf(origin, error);
			// Asking for a token changes nothing, so it counts as a read.
			const kind = failureOf(failure, true);
			const delay = kind && nextDelay(kind, attempt);
			if (delay === undefined || delay > 10_000) return await Promise.reject(failure);
			await sleep(delay);
		}
	}
}

function networkFailureOf(origin: unknown, error: unknown): WeChatTransportError {
	return origin instanceof WeChatTransportError ? origin : networkFailure(error, STABLE_PATH);
}

function readToken(response: HttpResponse): ObtainedToken {
	const { json } = readAnswer(response, STABLE_PATH);
	const accessToken = json?.access_token;
	const lifetime = Number(json?.expires_in);
	if (typeof accessToken !== 'string' || accessToken === '' || !(lifetime > 0)) {
		throw new WeChatTransportError(
			STABLE_PATH,
			'WeChat answered without an access token',
			'Check API Base URL in the credential: it has to lead to the WeChat API.',
			'refused',
		);
	}
	const usable = Math.max(lifetime - RENEW_BEFORE_END_S, Math.floor(lifetime / 2));
	return { accessToken, expiresAt: Date.now() + usable * 1_000 };
}
