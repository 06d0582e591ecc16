import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { questionPage, thanksPage } from '../../shared/wait/page';
import {
	atNode,
	fieldsOf,
	isAnswer,
	pageWebhooks,
	resumeWith,
	showPage,
	textOf,
} from '../../shared/wait/webhook';
import { askedBy } from './fields';

/** `$execution.resumeUrl` has no path of its own; it resumes *Wait for Answer*. */
const atExecution: IWebhookDescription = { ...atNode, httpMethod: 'POST', path: '' };

export const waitWebhooks: IWebhookDescription[] = [...pageWebhooks, atExecution];

/** The answer on the page; undefined when nothing valid was sent. */
function answerOnPage(ctx: IWebhookFunctions): IDataObject | undefined {
	const { decision, answer } = fieldsOf(ctx);
	if (!askedBy(ctx).buttons.some(({ value }) => value === decision)) return undefined;
	if (decision !== 'answer') return { approved: decision === 'approve' };
	const text = textOf(answer).trim();
	return text === '' ? undefined : { text };
}

/** The page behind the link of *Send and Wait*: GET asks, POST answers. */
function onPage(ctx: IWebhookFunctions): IWebhookResponseData {
	const answer = isAnswer(ctx) ? answerOnPage(ctx) : undefined;
	if (!answer) return showPage(ctx, questionPage(askedBy(ctx)));
	const data = { ...answer, respondedAt: new Date().toISOString() };
	return resumeWith(ctx, thanksPage(), [[{ json: { data } }]]);
}

/** What *Resume With Answer* sends. */
function inChat(ctx: IWebhookFunctions): IWebhookResponseData {
	const { openId, answer, answerId } = fieldsOf(ctx);
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
