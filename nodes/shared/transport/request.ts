import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { CREDENTIAL_TYPE, DEFAULT_API_BASE_URL } from '../constants';
import { UserInputError } from '../inputError';
import { WeChatApiError, WeChatTransportError } from './errors';
import { buildMultipart } from './multipart';
import { networkFailure, originOf } from './networkFailure';
import { readAnswer, type Answer } from './answer';
import { failureOf, nextDelay } from './retryPolicy';
import { STALE_TOKEN_HEADER } from './token';
import type { RequestContext, WeChatFile, WeChatRequest } from './types';

const DEFAULT_TIMEOUT_MS = 30_000;

interface Attempt {
	answer?: Answer;
	error?: Error;
	/** The token the call went out with, so that exactly this one is reported as stale. */
	tokenUsed: string;
}

function toHttpOptions(
	request: WeChatRequest,
	baseUrl: string,
	staleToken?: string,
): IHttpRequestOptions & { qs: IDataObject } {
	const headers: IDataObject = {};
	let body: Buffer | undefined;
	if (request.multipart) {
		const multipart = buildMultipart(request.multipart);
		body = multipart.body;
		headers['content-type'] = multipart.contentType;
	} else if (request.body) {
		body = Buffer.from(JSON.stringify(request.body));
		headers['content-type'] = 'application/json';
	}
	if (staleToken) headers[STALE_TOKEN_HEADER] = staleToken;
	return {
		method: request.method,
		url: `${baseUrl.replace(/\/+$/, '')}${request.path}`,
		qs: { ...request.query },
		headers,
		body,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
	};
}

/** Sends the call once. Never throws: the outcome decides what comes next. */
async function attempt(
	ctx: RequestContext,
	request: WeChatRequest,
	staleToken?: string,
): Promise<Attempt> {
	const { apiBaseUrl } = await ctx.getCredentials<{ apiBaseUrl?: string }>(CREDENTIAL_TYPE);
	const options = toHttpOptions(request, apiBaseUrl || DEFAULT_API_BASE_URL, staleToken);
	// The credential adds the token to this very object, which tells us which one was used.
	const tokenUsed = () => String(options.qs.access_token ?? '');
	try {
		const response = await ctx.helpers.httpRequestWithAuthentication.call(
			ctx,
			CREDENTIAL_TYPE,
			options,
		);
		return { answer: readAnswer(response, request.path), tokenUsed: tokenUsed() };
	} catch (error) {
		const origin = originOf(error);
		const known =
			origin instanceof WeChatApiError ||
			origin instanceof WeChatTransportError ||
			origin instanceof UserInputError;
		return {
			error: known ? origin : networkFailure(error, request.path),
			tokenUsed: tokenUsed(),
		};
	}
}

/** Sends the call, and again where that is safe; see `nextDelay`. */
async function perform(ctx: RequestContext, request: WeChatRequest): Promise<Answer> {
	const safe = request.safe ?? request.method === 'GET';
	let staleToken: string | undefined;
	for (let attempts = 1; ; attempts++) {
		const { answer, error, tokenUsed } = await attempt(ctx, request, staleToken);
		if (answer) return answer;
		const failure = error && failureOf(error, safe);
		if (
			failure?.kind === 'errcode' &&
			failure.reaction === 'refreshToken' &&
			tokenUsed &&
			!staleToken
		) {
			staleToken = tokenUsed;
			continue;
		}
		const delay = failure && nextDelay(failure, attempts);
		if (delay === undefined) throw error ?? new Error('The call ended without an answer');
		ctx.logger.debug(`WeChat ${request.path}: ${error?.message}; next attempt in ${delay} ms`);
		await sleep(delay);
	}
}

/**
 * Calls an endpoint that answers with JSON.
 *
 * @throws WeChatApiError for every errcode other than 0
 * @throws WeChatTransportError when there is no usable answer
 */
export async function weChatRequest<T extends object = IDataObject>(
	ctx: RequestContext,
	request: WeChatRequest,
): Promise<T> {
	const answer = await perform(ctx, request);
	if (answer.json) return answer.json as T;
	throw new WeChatTransportError(
		request.path,
		'WeChat answered with a file where data was expected',
		'Check API Base URL in the credential: it has to lead to the WeChat API.',
		'unknown',
	);
}

/** Calls an endpoint that answers with a file, or with JSON that says where it is (video). */
export async function weChatDownload(
	ctx: RequestContext,
	request: WeChatRequest,
): Promise<{ file: WeChatFile } | { json: IDataObject }> {
	const answer = await perform(ctx, request);
	return answer.json ? { json: answer.json } : { file: answer.file };
}
