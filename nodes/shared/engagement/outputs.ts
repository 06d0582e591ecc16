import omitBy from 'lodash/omitBy';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorItem } from '../itemErrors';
import { isTool } from './tool';

/** Collects what a node gives on its outputs, each item paired with the one it came from. */
export class Outputs {
	private readonly lists: INodeExecutionData[][];

	constructor(
		private readonly ctx: IExecuteFunctions,
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
		this.give(output, { json, pairedItem });
	}

	/** Adds an item that is complete, e.g. with a file. */
	give(output: number, item: INodeExecutionData): void {
		this.lists[output]?.push(item);
	}

	/** An item that failed: ends the run, or adds the error item that stands for it; see `errorItem`. */
	fail(error: unknown, itemIndex?: number): void {
		this.give(this.errorOutput, errorItem(this.ctx, error, itemIndex));
	}

	/** Does work for an item, or for all of them; an error becomes that of the item. */
	attempt(work: () => void, itemIndex?: number): void {
		try {
			work();
		} catch (error) {
			this.fail(error, itemIndex);
		}
	}

	/**
	 * What the node gives. An agent reads the first output of its tools only, so there it finds all; but not what came
	 * in with the item, such as who the follower is: a model is told what it asked for.
	 */
	toData(): INodeExecutionData[][] {
		if (!isTool(this.ctx)) return this.lists;
		return [this.lists.flat().map((item) => ({ ...item, json: this.withoutInput(item) }))];
	}

	private withoutInput({ json, pairedItem }: INodeExecutionData): IDataObject {
		const [from] = [pairedItem].flat();
		const position = typeof from === 'object' ? from.item : (from ?? 0);
		const given = this.ctx.getInputData()[position]?.json ?? {};
		return omitBy(json, (value, name) => name in given && given[name] === value);
	}
}

/** Does the work of a node for one item after the other. */
export function forEachItem(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	work: (itemIndex: number, item: INodeExecutionData) => void,
): void {
	for (const [itemIndex, item] of ctx.getInputData().entries()) {
		outputs.attempt(() => work(itemIndex, item), itemIndex);
	}
}
