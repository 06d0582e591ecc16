import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../json';
import { WeChatApiError, WeChatTransportError } from './errors';
import type { WeChatFile } from './types';

/** What WeChat answered: data, or a file. */
export type Answer = { json: IDataObject } | { json?: undefined; file: WeChatFile };

/** The part of n8n's full response that is read. */
export interface HttpResponse {
	body: unknown;
	headers: Record<string, unknown>;
	statusCode: number;
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fileNameOf(disposition: string): string | undefined {
	return /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

function parseObject(text: string): IDataObject | undefined {
	try {
		const value = parseJson(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function unreadable(path: string, statusCode: number): WeChatTransportError {
	if (statusCode >= 400 && statusCode < 500) {
		return new WeChatTransportError(
			path,
			`The server answered with HTTP ${statusCode}`,
			'Check API Base URL in the credential: it has to lead to the WeChat API.',
			'refused',
		);
	}
	return new WeChatTransportError(
		path,
		statusCode >= 500
			? `WeChat, or a proxy before it, answered with HTTP ${statusCode}`
			: 'WeChat answered with something that is not JSON',
		'Check in the WeChat console whether the call has taken effect before you run it again.',
		'unknown',
	);
}

/**
 * Turns an HTTP response into data or a file. WeChat answers HTTP 200 also for errors, and labels JSON
 * as text/plain now and then, so the content decides.
 *
 * @throws WeChatApiError for an errcode other than 0
 * @throws WeChatTransportError for an HTTP error, a redirect or an answer that is not JSON
 */
export function readAnswer(response: HttpResponse, path: string): Answer {
	const { headers, statusCode } = response;
	if (statusCode >= 300 && statusCode < 400) {
		throw new WeChatTransportError(
			path,
			'The server redirects to another address',
			'The keys of the account are sent to API Base URL of the credential and nowhere else. Enter there the address at which the WeChat API really is.',
			'refused',
		);
	}
	const body = Buffer.isBuffer(response.body)
		? response.body
		: Buffer.from(typeof response.body === 'string' ? response.body : '');
	const contentType = String(headers['content-type'] ?? '');
	const disposition = String(headers['content-disposition'] ?? '');
	const isFile = disposition !== '' || /^(image|audio|video)\//.test(contentType);
	if (statusCode < 400 && isFile && !contentType.includes('json')) {
		return { file: { data: body, contentType, fileName: fileNameOf(disposition) } };
	}
	const json = parseObject(body.toString('utf8'));
	if (!json) throw unreadable(path, statusCode);
	const errcode = Number(json.errcode ?? 0);
	if (errcode !== 0) throw new WeChatApiError(path, errcode, String(json.errmsg ?? ''), json);
	if (statusCode >= 400) throw unreadable(path, statusCode);
	return { json };
}
