import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../shared/constants';
import { errorItem } from '../../shared/itemErrors';
import { FileResult } from './binary';
import { executeAllOnce } from './batchOnce';
import { executeOnce } from './once';
import type { ItemOperation, Operation, Outcome } from './operation';
import { PROGRESS_EVERY, runPaced } from './pool';
import { findOperation } from './registry';

function chosenOperation(ctx: IExecuteFunctions): Operation {
	const resource = ctx.getNodeParameter('resource', 0) as string;
	const operation = ctx.getNodeParameter('operation', 0) as string;
	const found = findOperation(resource, operation);
	if (!found) {
		throw new NodeOperationError(
			ctx.getNode(),
			`The operation '${operation}' of '${resource}' is not available`,
			{
				description: 'Choose another operation, or update the package.',
			},
		);
	}
	return found;
}

async function attempt(
	ctx: IExecuteFunctions,
	operation: ItemOperation,
	itemIndex: number,
): Promise<Outcome> {
	try {
		return { json: await executeOnce(ctx, operation, itemIndex) };
	} catch (error) {
		return { error };
	}
}

function toItems(
	ctx: IExecuteFunctions,
	outcome: Outcome,
	itemIndex: number,
): INodeExecutionData[] {
	if ('json' in outcome) {
		if (outcome.json instanceof FileResult) {
			const { json, binary } = outcome.json;
			return [{ json, binary, pairedItem: { item: itemIndex } }];
		}
		const results = Array.isArray(outcome.json) ? outcome.json : [outcome.json];
		return results.map((json) => ({ json, pairedItem: { item: itemIndex } }));
	}
	return [errorItem(ctx, outcome.error, itemIndex)];
}

function tellProgress(ctx: IExecuteFunctions, done: number, itemCount: number): void {
	ctx.logger.info(`${ctx.getNode().name}: ${done} of ${itemCount} items done`);
}

/** Runs an operation for one item after the other, and stops at the first that ends the run. */
async function runInTurn(
	ctx: IExecuteFunctions,
	operation: ItemOperation,
	itemCount: number,
	isEnd: (outcome: Outcome) => boolean,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const outcome = await attempt(ctx, operation, itemIndex);
		outcomes.push(outcome);
		if (outcomes.length % PROGRESS_EVERY === 0) tellProgress(ctx, outcomes.length, itemCount);
		if (isEnd(outcome)) break;
	}
	return outcomes;
}

/** Runs an operation for some items at a time; see `runPaced`. */
async function runAtPace(
	ctx: IExecuteFunctions,
	operation: ItemOperation,
	itemCount: number,
	isEnd: (outcome: Outcome) => boolean,
): Promise<Array<Outcome | undefined>> {
	const positions = [...Array(itemCount).keys()];
	const { appId } = await ctx.getCredentials<{ appId: string }>(CREDENTIAL_TYPE);
	return await runPaced(
		positions.map((itemIndex) => String(ctx.getNodeParameter('openId', itemIndex, ''))),
		async (itemIndex) => await attempt(ctx, operation, itemIndex),
		{
			account: appId,
			isEnd,
			onProgress: (done) => tellProgress(ctx, done, itemCount),
		},
	);
}

async function outcomesOf(
	ctx: IExecuteFunctions,
	operation: Operation,
	itemCount: number,
): Promise<Array<Outcome | undefined>> {
	if ('executeAll' in operation) return await executeAllOnce(ctx, operation, itemCount);
	const isEnd = (outcome: Outcome) => 'error' in outcome && !ctx.continueOnFail();
	return operation.isPaced && itemCount > 1
		? await runAtPace(ctx, operation, itemCount, isEnd)
		: await runInTurn(ctx, operation, itemCount, isEnd);
}

/**
 * Runs the chosen operation for all items. Order and pairing are kept. Without *Continue On Fail* an
 * item that fails ends the run: what is under way is finished, nothing new is started.
 */
export async function route(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const operation = chosenOperation(ctx);
	const outcomes = await outcomesOf(ctx, operation, ctx.getInputData().length);
	const items: INodeExecutionData[] = [];
	outcomes.forEach((outcome, itemIndex) => {
		if (!outcome) return;
		// Not pushed with a spread: a list of 100,000 followers would not fit on the stack.
		for (const result of toItems(ctx, outcome, itemIndex)) items.push(result);
	});
	const hasSucceeded = outcomes.some((outcome) => outcome && 'json' in outcome);
	if ('waitUntil' in operation && operation.waitUntil && hasSucceeded) {
		await ctx.putExecutionToWait(operation.waitUntil(ctx));
	}
	return items;
}
