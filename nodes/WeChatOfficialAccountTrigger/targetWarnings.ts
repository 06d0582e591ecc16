import type { IWebhookFunctions } from 'n8n-workflow';
import { ACKNOWLEDGEMENT } from './ownedResponse';
import type { Target } from './targets';
import { warnSeldom } from './warnSeldom';

export const REPLY_UNSEEN =
	'its reply came after another workflow had replied, or too late. The follower has not seen it; let one workflow reply to a message.';

/** Warns about a target that a message was forwarded to. */
export function warnAbout(ctx: IWebhookFunctions, target: Target, problem: string): void {
	const name = ctx.getNode().name;
	warnSeldom(ctx, `"${name}" has forwarded a message to "${target.label}", but ${problem}`);
}

/** What is wrong with an answer that is no reply, and what to do; undefined for "no reply". */
export function answerAdvice(statusCode: number, body: string): string | undefined {
	if (statusCode === 404) {
		return 'nothing listens there. Publish that workflow, or take it off the list in Forward To.';
	}
	if (statusCode === 403) {
		return 'it refused the signature. Choose the credential of the same account in its trigger.';
	}
	if (statusCode === 413) {
		return 'the message was too large for it. Raise Max Message Size in its trigger.';
	}
	if (statusCode >= 300 && statusCode < 400) {
		return 'it redirects to another address. Enter the address where its trigger really is.';
	}
	if (statusCode !== 200) {
		return `it answered with HTTP ${statusCode}. Look into its executions and the log of its n8n.`;
	}
	const text = body.trim();
	return text === '' || text === ACKNOWLEDGEMENT
		? undefined
		: 'it answered with something that is no reply. Check that the address is that of a WeChat Official Account Trigger.';
}

function codeOf(error: unknown): string {
	if (typeof error !== 'object' || error === null) return '';
	if ('code' in error && typeof error.code === 'string') return error.code;
	return 'cause' in error ? codeOf(error.cause) : '';
}

export const isTimeout = (error: unknown): boolean => /TIMEDOUT|ECONNABORTED/.test(codeOf(error));

/** What to do about a call that got no answer. */
export function noAnswerAdvice(error: unknown): string {
	if (isTimeout(error)) {
		return 'it did not answer in time. Its n8n may be overloaded.';
	}
	const code = codeOf(error);
	return `it could not be reached${code ? ` (${code})` : ''}. Check the address; for a path, that this n8n can call its own production URL.`;
}
