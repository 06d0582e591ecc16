import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { forEachItem, Outputs } from '../../shared/engagement/outputs';
import { toNodeError } from '../../shared/transport/errors';
import type { ActivityOperation, Answer } from './operation';
import { findOperation } from './registry';
import { Run } from './run';

const RESULT = 0;
const ROWS = 1;

function chosenOperation(ctx: IExecuteFunctions): ActivityOperation {
	const resource = ctx.getNodeParameter('resource', 0) as string;
	const operation = ctx.getNodeParameter('operation', 0) as string;
	const found = findOperation(resource, operation);
	if (found) return found;
	throw new NodeOperationError(
		ctx.getNode(),
		`The operation '${operation}' of '${resource}' is not available`,
		{ description: 'Choose another operation, or update the package.' },
	);
}

function give(
	outputs: Outputs,
	run: Run,
	{ activity, rows }: Answer,
	from: number | number[],
): void {
	const json = typeof from === 'number' ? run.json(from) : {};
	outputs.add(RESULT, { ...json, activity }, from);
	for (const row of rows) outputs.add(ROWS, { ...row }, from);
}

/** One answer for all items together. */
function runWhole(ctx: IExecuteFunctions, operation: ActivityOperation, outputs: Outputs): void {
	const run = new Run(ctx);
	try {
		const answer = operation.begin(run)(0);
		give(outputs, run, answer, [...run.ctx.getInputData().keys()]);
	} catch (error) {
		if (!ctx.continueOnFail()) {
			const nodeError = toNodeError(ctx.getNode(), error);
			throw nodeError;
		}
		outputs.addError(error, 0);
	}
}

/** Runs the chosen operation for all items; rules and known rows are read once. */
export function route(ctx: IExecuteFunctions): INodeExecutionData[][] {
	const operation = chosenOperation(ctx);
	const outputs = new Outputs(2);
	const run = new Run(ctx);
	if (run.isWhole) {
		runWhole(ctx, operation, outputs);
		return outputs.toData(ctx);
	}
	let work: ((itemIndex: number) => Answer) | undefined;
	forEachItem(ctx, outputs, (itemIndex) => {
		// Begun within the first item, so that rules that cannot be read are errors of items.
		work ??= operation.begin(run);
		give(outputs, run, work(itemIndex), itemIndex);
	});
	return outputs.toData(ctx);
}
