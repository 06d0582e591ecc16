import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import { UserInputError } from '../inputError';
import { writeJson } from '../json';
import { WeChatApiError, WeChatTransportError } from './errors';
import { accountKeys } from './keys';
import { buildMultipart } from './multipart';
import { networkFailure, originOf } from './networkFailure';
import { readAnswer, type Answer } from './answer';
import { failureOf, nextDelay } from './retryPolicy';
import { STALE_TOKEN_HEADER } from './token';
import { takeTurn } from './turn';
import type { RequestContext, WeChatFile, WeChatRequest } from './types';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Somebody looks at a list that opens in the editor: it says why it is empty rather than make them wait. */
const PATIENCE_IN_EDITOR_MS = 8_000;

/** How long a call may take with all its attempts; only a picker knows the node being edited. */
function patienceOf(ctx: RequestContext): number {
	return 'getCurrentNodeParameter' in ctx ? PATIENCE_IN_EDITOR_MS : Infinity;
}

interface AttemptOptions {
	/** The token that WeChat has refused. */
	staleToken?: string;
	/** Most milliseconds it may take. */
	timeoutMs: number;
}

interface Attempt {
	answer?: Answer;
	error?: Error;
	/** The token the call went out with, so that exactly this one is reported as stale. */
	tokenUsed: string;
}

function toHttpOptions(
	request: WeChatRequest,
	baseUrl: string,
	{ staleToken, timeoutMs }: AttemptOptions,
): IHttpRequestOptions & { qs: IDataObject } {
	const headers: IDataObject = {};
	let body: Buffer | undefined;
	if (request.multipart) {
		const multipart = buildMultipart(request.multipart);
		body = multipart.body;
		headers['content-type'] = multipart.contentType;
	} else if (request.body) {
		body = Buffer.from(writeJson(request.body));
		headers['content-type'] = 'application/json';
	}
	if (staleToken) headers[STALE_TOKEN_HEADER] = staleToken;
	return {
		method: request.method,
		url: `${baseUrl}${request.path}`,
		qs: { ...request.query },
		headers,
		body,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: Math.min(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, timeoutMs),
	};
}

/**
 * Sends the call once. The outcome decides what comes next.
 *
 * @throws UserInputError when the credential names no address that a token may be sent to
 */
async function attempt(
	ctx: RequestContext,
	request: WeChatRequest,
	attemptOptions: AttemptOptions,
): Promise<Attempt> {
	const credential = await ctx.getCredentials(CREDENTIAL_TYPE);
	const { apiBaseUrl } = accountKeys(credential);
	await takeTurn(ctx, credential);
	const options = toHttpOptions(request, apiBaseUrl, attemptOptions);
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
	const giveUpAt = Date.now() + patienceOf(ctx);
	let staleToken: string | undefined;
	for (let attempts = 1; ; attempts++) {
		const timeoutMs = giveUpAt - Date.now();
		const { answer, error, tokenUsed } = await attempt(ctx, request, { staleToken, timeoutMs });
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
		if (delay === undefined || Date.now() + delay >= giveUpAt)
			throw error ?? new Error('The call ended without an answer');
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
