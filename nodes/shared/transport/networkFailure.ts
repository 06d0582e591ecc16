import { WeChatTransportError } from './errors';

/** Faults that happen before a byte of the request has left. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const MAX_CAUSES = 5;

function causesOf(error: unknown): Error[] {
	const causes: Error[] = [];
	let current = error;
	while (current instanceof Error && causes.length < MAX_CAUSES) {
		causes.push(current);
		current = current.cause;
	}
	return causes;
}

/** n8n wraps what a credential or the network throws; this is the innermost error. */
export function originOf(error: unknown): unknown {
	return causesOf(error).pop() ?? error;
}

function networkCode(error: unknown): string | undefined {
	for (const cause of causesOf(error).reverse()) {
		if ('code' in cause && typeof cause.code === 'string') return cause.code;
	}
	return undefined;
}

/**
 * Describes a call that got no answer. The network error itself is dropped on purpose: it carries the
 * request, and with it the access token. The code goes into the advice: n8n replaces messages that
 * hold one with a text of its own.
 */
export function networkFailure(error: unknown, path: string): WeChatTransportError {
	const code = networkCode(error);
	if (code && NOT_SENT.has(code)) {
		return new WeChatTransportError(
			path,
			'WeChat could not be reached',
			`Check the internet connection of n8n and API Base URL in the credential. Nothing was sent. (${code})`,
			'notSent',
		);
	}
	return new WeChatTransportError(
		path,
		'The connection to WeChat broke before the answer came',
		`It is unknown whether the call has taken effect. Check in the WeChat console before you run it again.${code ? ` (${code})` : ''}`,
		'unknown',
	);
}
