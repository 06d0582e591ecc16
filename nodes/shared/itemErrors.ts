import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toErrorItem, toNodeError } from './transport/errors';

/**
 * What every node does with an error: it ends the run as an n8n error that names its item, or, where the
 * node is set to continue, gives the item that stands for the failed one, paired with it.
 *
 * @param itemIndex the item that failed; absent where the error is none of a single item
 */
export function errorItem(
	ctx: IExecuteFunctions,
	error: unknown,
	itemIndex?: number,
): INodeExecutionData {
	if (!ctx.continueOnFail()) {
		const nodeError = toNodeError(ctx.getNode(), error, itemIndex);
		throw nodeError;
	}
	return toErrorItem(error, itemIndex ?? 0);
}
