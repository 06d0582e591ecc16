import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { ListedResource } from '../operations/registry';
import { KEEP_RECORDS_IN } from '../records/keepIn';
import { literal } from './literal';
import { ROWS_OUTPUT, type RecordOperation } from './recordOperation';

/** A group of operations of a node that keeps records. */
export type RecordResource = ListedResource<RecordOperation>;

const main = 'displayName => ({ type: "main", displayName })';

/** The outputs of the chosen operation, as n8n evaluates them on the canvas. */
export function outputsOfResources(resources: readonly RecordResource[]): `={{${string}}}` {
	const names = Object.fromEntries(
		resources.map(({ option, operations }) => [option.value, namesOf(operations)]),
	);
	return `={{ ((${literal(names)})[$parameter["resource"]]?.[$parameter["operation"]] ?? [""]).concat(${ROWS_WHERE_ITEMS}).map(${main}) }}`;
}

/** The same for a node without resources. */
export function outputsOfOperations(operations: readonly RecordOperation[]): `={{${string}}}` {
	return `={{ ((${literal(namesOf(operations))})[$parameter["operation"]] ?? [""]).concat(${ROWS_WHERE_ITEMS}).map(${main}) }}`;
}

const WHERE_ITEMS = `$parameter["${KEEP_RECORDS_IN}"] === "items"`;
const ROWS_WHERE_ITEMS = `${WHERE_ITEMS} ? ["${ROWS_OUTPUT}"] : []`;

/** The inputs of such a node: known rows have one of their own where they are items on the canvas. */
export const RECORD_INPUTS: `={{${string}}}` = `={{ ["main"].concat(${WHERE_ITEMS} ? [{ type: "main", displayName: "Known Rows", required: false }] : []) }}`;

const namesOf = (operations: readonly RecordOperation[]): Record<string, string[]> =>
	Object.fromEntries(operations.map(({ option, outputs }) => [option.value, outputs]));

/** Runs the chosen operation. */
export async function runRecordOperation(
	ctx: IExecuteFunctions,
	operations: readonly RecordOperation[],
): Promise<INodeExecutionData[][]> {
	const name = String(ctx.getNodeParameter('operation', 0));
	const operation = operations.find(({ option }) => option.value === name);
	if (operation) return await operation.run(ctx);
	throw new NodeOperationError(ctx.getNode(), `The operation '${name}' is not available`, {
		description: 'Choose another operation, or update the package.',
	});
}

/** Runs the chosen operation of the chosen resource. */
export async function runRecordResource(
	ctx: IExecuteFunctions,
	resources: readonly RecordResource[],
): Promise<INodeExecutionData[][]> {
	const name = String(ctx.getNodeParameter('resource', 0));
	const resource = resources.find(({ option }) => option.value === name);
	return await runRecordOperation(ctx, resource?.operations ?? []);
}
