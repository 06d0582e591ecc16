import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toErrorItem, toNodeError } from '../transport/errors';
import { isTool } from './tool';

/** Collects what a node gives on its outputs, each item paired with the one it came from. */
export class Outputs {
	private readonly lists: INodeExecutionData[][];

	constructor(
		count: number,
		/** Where error items go when the node is set to continue. */
		private readonly errorOutput = 0,
	) {
		this.lists = Array.from({ length: count }, () => []);
	}

	/** Adds an item; `itemIndex` is the item of the first input that it came from, or all of them. */
	add(output: number, json: IDataObject, itemIndex: number | number[]): void {
		const pairedItem = Array.isArray(itemIndex)
			? itemIndex.map((item) => ({ item }))
			: { item: itemIndex };
		this.lists[output]?.push({ json, pairedItem });
	}

	addError(error: unknown, itemIndex: number): void {
		this.lists[this.errorOutput]?.push(toErrorItem(error, itemIndex));
	}

	/** What the node gives. An agent reads the first output of its tools only, so there it finds all. */
	toData(ctx: IExecuteFunctions): INodeExecutionData[][] {
		return isTool(ctx) ? [this.lists.flat()] : this.lists;
	}
}

/**
 * Does the work of a node for one item after the other. An item that fails ends the run, or becomes an
 * error item where the node is set to continue.
 */
export function forEachItem(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	work: (itemIndex: number) => void,
): void {
	for (let itemIndex = 0; itemIndex < ctx.getInputData().length; itemIndex++) {
		try {
			work(itemIndex);
		} catch (error) {
			if (!ctx.continueOnFail()) {
				const nodeError = toNodeError(ctx.getNode(), error, itemIndex);
				throw nodeError;
			}
			outputs.addError(error, itemIndex);
		}
	}
}
