import type { IWebhookFunctions } from 'n8n-workflow';

/** Tells the triggers of a process apart, also a published one from the same one in the editor. */
export const triggerKey = (ctx: IWebhookFunctions): string =>
	[ctx.getWorkflow().id, ctx.getNode().id, ctx.getMode()].join('|');
