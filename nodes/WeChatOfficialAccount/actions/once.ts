import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isOnlyOnce, sendOnce } from '../../shared/records/onceFields';
import { FileResult } from './binary';
import type { ItemOperation, Operation, Result } from './operation';

/** Results of a list, as one object that can be kept. */
const LIST = 'results';

const asList = (json: IDataObject): IDataObject[] | undefined => {
	const { [LIST]: results, ...more } = json;
	return Array.isArray(results)
		? results.map((result) => ({ ...(result as IDataObject), ...more }))
		: undefined;
};

function toObject(result: Result): IDataObject {
	if (result instanceof FileResult) return result.json;
	return Array.isArray(result) ? { [LIST]: result } : result;
}

/** What the keys of an operation begin with. */
export const operationKey = (ctx: IExecuteFunctions, { option }: Operation): string =>
	`${String(ctx.getNodeParameter('resource', 0))}.${option.value}`;

/** Executes an operation for an item; with *Only Once* on, not a second time. */
export async function executeOnce(
	ctx: IExecuteFunctions,
	operation: ItemOperation,
	itemIndex: number,
): Promise<Result> {
	const { outgoingAt } = operation;
	if (!outgoingAt || !isOnlyOnce(ctx)) return await operation.execute(ctx, itemIndex);
	const outgoing = { ...outgoingAt(ctx, itemIndex), operation: operationKey(ctx, operation) };
	const json = await sendOnce(ctx, itemIndex, outgoing, async (delivery) =>
		toObject(await operation.execute(ctx, itemIndex, delivery)),
	);
	return asList(json) ?? json;
}
