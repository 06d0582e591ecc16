import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** Every n8n context a WeChat call can be made from. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** One part of a multipart/form-data body. */
export type MultipartPart =
	| { name: string; value: string }
	| { name: string; fileName: string; contentType: string; data: Buffer };

/** One call of the Official Account server API. The access token is added by the credential. */
export interface WeChatRequest {
	method: 'GET' | 'POST';
	/** Path below the credential's API base URL, e.g. `/cgi-bin/tags/get`. */
	path: string;
	query?: Record<string, string | number | undefined>;
	/** Sent as raw UTF-8 JSON: WeChat refuses `\uXXXX` escapes (40033). */
	body?: IDataObject;
	multipart?: MultipartPart[];
	/**
	 * True for a read, which may be repeated after a network fault. Default: true for GET, false for
	 * POST. A write whose outcome is unknown is never repeated.
	 */
	safe?: boolean;
	/** Milliseconds until the call is given up. Default 30,000. */
	timeoutMs?: number;
}

/** A file that WeChat returned, e.g. from `media/get`. */
export interface WeChatFile {
	data: Buffer;
	contentType: string;
	fileName?: string;
}
