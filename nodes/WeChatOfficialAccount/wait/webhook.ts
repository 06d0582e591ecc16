import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { buttonsOf } from './fields';
import { questionPage, thanksPage } from './page';

const MAX_ANSWER_LENGTH = 5_000;

/** The link of a message: it leads to the node that waits. */
const atNode = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** `$execution.resumeUrl` has no path of its own; it resumes *Wait for Answer*. */
const atExecution = { ...atNode, httpMethod: 'POST', path: '' } as const;

export const waitWebhooks: IWebhookDescription[] = [
	{ ...atNode, httpMethod: 'GET' },
	{ ...atNode, httpMethod: 'POST' },
	atExecution,
];

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).slice(0, MAX_ANSWER_LENGTH)
		: '';
}

function page(ctx: IWebhookFunctions, html: string): void {
	const response = ctx.getResponseObject();
	response.setHeader('content-type', 'text/html; charset=utf-8');
	response.setHeader(
		'content-security-policy',
		"sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'",
	);
	response.setHeader('cache-control', 'no-store');
	response.end(html);
}

/** The answer on the page; undefined when nothing valid was sent. */
function answerOnPage(ctx: IWebhookFunctions): IDataObject | undefined {
	const { decision, answer } = ctx.getBodyData();
	if (!buttonsOf(ctx).some(({ value }) => value === decision)) return undefined;
	if (decision !== 'answer') return { approved: decision === 'approve' };
	const text = textOf(answer).trim();
	return text === '' ? undefined : { text };
}

/** The page behind the link of *Send and Wait*: GET asks, POST answers. */
function onPage(ctx: IWebhookFunctions): IWebhookResponseData {
	const answer = ctx.getRequestObject().method === 'POST' ? answerOnPage(ctx) : undefined;
	if (!answer) {
		const question = String(ctx.getNodeParameter('message', ''));
		const hasText = ctx.getNodeParameter('responseType', 'approval') === 'freeText';
		page(ctx, questionPage({ question, buttons: buttonsOf(ctx), hasText }));
		return { noWebhookResponse: true };
	}
	page(ctx, thanksPage());
	const data = { ...answer, respondedAt: new Date().toISOString() };
	return { noWebhookResponse: true, workflowData: [[{ json: { data } }]] };
}

/** What *Resume With Answer* sends. */
function inChat(ctx: IWebhookFunctions): IWebhookResponseData {
	const { openId, answer, answerId } = ctx.getBodyData();
	const json: IDataObject = {
		openId: textOf(openId),
		answered: true,
		answer: textOf(answer),
		answerId: textOf(answerId) || null,
		answeredAt: new Date().toISOString(),
	};
	return { webhookResponse: { resumed: true }, workflowData: [[{ json }]] };
}

/** Resumes a waiting flow. */
export function resumeByWebhook(ctx: IWebhookFunctions): IWebhookResponseData {
	return ctx.getNodeParameter('operation') === 'waitForAnswer' ? inChat(ctx) : onPage(ctx);
}
