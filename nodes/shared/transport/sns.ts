import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import { readAnswer } from './answer';
import { accountKeys, type AccountKeys } from './keys';
import { networkFailure } from './networkFailure';

async function keysOf(ctx: IExecuteFunctions): Promise<AccountKeys> {
	return accountKeys(await ctx.getCredentials(CREDENTIAL_TYPE));
}

/** AppID of the account. */
export async function appIdOf(ctx: IExecuteFunctions): Promise<string> {
	return (await keysOf(ctx)).appId;
}

async function send(
	ctx: IExecuteFunctions,
	url: string,
	request: Pick<IHttpRequestOptions, 'body' | 'headers' | 'method' | 'qs'>,
): Promise<IDataObject> {
	const path = new URL(url).pathname;
	try {
		const response: unknown = await ctx.helpers.httpRequest({
			...request,
			url,
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 15_000,
		});
		return readAnswer(response as Parameters<typeof readAnswer>[0], path).json ?? {};
	} catch (error) {
		const isOurs = error instanceof Error && error.name.startsWith('WeChat');
		return await Promise.reject(isOurs ? error : networkFailure(error, path));
	}
}

/**
 * Calls web authorization (sns/*), which works with tokens of the person instead of the account's.
 *
 * @param withSecret adds the AppSecret, which only the exchange of a code needs
 */
export async function snsRequest(
	ctx: IExecuteFunctions,
	path: string,
	query: IDataObject,
	withSecret = false,
): Promise<IDataObject> {
	const { appId, appSecret, apiBaseUrl } = await keysOf(ctx);
	const keys = withSecret ? { appid: appId, secret: appSecret } : { appid: appId };
	return await send(ctx, `${apiBaseUrl}${path}`, { method: 'GET', qs: { ...keys, ...query } });
}

/** Calls what goes by AppID and AppSecret alone: it works when no access token can be got any more. */
export async function postWithSecret(ctx: IExecuteFunctions, path: string): Promise<IDataObject> {
	const { appId, appSecret, apiBaseUrl } = await keysOf(ctx);
	return await send(ctx, `${apiBaseUrl}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ appid: appId, appsecret: appSecret }),
	});
}
