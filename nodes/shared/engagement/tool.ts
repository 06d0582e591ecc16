import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI agent calls the node as its tool: n8n gives the type of such a node this ending. */
export const isTool = (ctx: Pick<IExecuteFunctions, 'getNode'>): boolean =>
	ctx.getNode().type.endsWith('Tool');
