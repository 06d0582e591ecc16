import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isRecord } from '../json';
import { cutText } from '../text/longest';
import { answeredPage, MAX_ANSWER_LENGTH } from './page';

/*
 * The page behind the link of a message by which a flow asks and waits. n8n has checked the signature of the link
 * before it comes here.
 */

/** The link of a message: it leads to the node that waits. */
export const atNode = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** The webhooks of a node that waits: GET shows the page, POST answers. */
export const pageWebhooks: IWebhookDescription[] = [
	{ ...atNode, httpMethod: 'GET' },
	{ ...atNode, httpMethod: 'POST' },
];

/** Text of a field that anybody with the link may have sent, no longer than a person would write. */
export function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? cutText(String(value), MAX_ANSWER_LENGTH)
		: '';
}

/** Whether the request answers, and does not just look. */
export const isAnswer = (ctx: IWebhookFunctions): boolean =>
	ctx.getRequestObject().method === 'POST';

/**
 * What was sent. A request that only looks has no body, and whoever has the link can send anything: what the node
 * would fail at ends the flow that waits.
 */
export function fieldsOf(ctx: IWebhookFunctions): Readonly<Record<string, unknown>> {
	const body: unknown = ctx.getBodyData();
	return isRecord(body) ? body : {};
}

function setHeaders(ctx: IWebhookFunctions): void {
	const response = ctx.getResponseObject();
	response.setHeader('content-type', 'text/html; charset=utf-8');
	response.setHeader(
		'content-security-policy',
		"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'",
	);
	response.setHeader('cache-control', 'no-store');
	response.setHeader('referrer-policy', 'no-referrer');
}

/** Shows a page; the flow waits on. */
export function showPage(ctx: IWebhookFunctions, html: string): IWebhookResponseData {
	setHeaders(ctx);
	ctx.getResponseObject().end(html);
	return { noWebhookResponse: true };
}

/**
 * Resumes the flow. Of several people who answer at the same moment n8n lets one resume it, and sends the page
 * only then: to the others it wants to tell of a run that could not be started, as JSON.
 *
 * @param html for the one whose answer counts
 * @param workflowData items by output
 */
export function resumeWith(
	ctx: IWebhookFunctions,
	html: string,
	workflowData: IWebhookResponseData['workflowData'],
): IWebhookResponseData {
	setHeaders(ctx);
	const response = ctx.getResponseObject();
	response.json = () => response.send(answeredPage());
	return { webhookResponse: html, workflowData };
}
