import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { FileResult } from './binary';

/** Which accounts may call it: every one, verified ones, or verified service accounts. */
export type Access = 'all' | 'service' | 'verified';

interface OperationBase {
	/** How the operation shows in the list: name, stable id, action, description. */
	option: INodePropertyOptions & { value: string; action: string };
	/** The endpoints it calls, e.g. `POST /cgi-bin/tags/create`. */
	endpoints: string[];
	/** Who may call it, where that differs from the resource. */
	access?: Access;
	/** WeChat's limits in words, for the documentation. */
	limits?: string;
	/** Its fields. The registry adds when to show them; an operation never repeats its own name. */
	properties: INodeProperties[];
}

/** An operation that works on one item at a time. It gives one result or, for lists, many. */
export interface ItemOperation extends OperationBase {
	/**
	 * For a call that takes one person only: some items run at a time, at a pace. Those of one person
	 * keep their order.
	 */
	isPaced?: true;
	/** For an operation after which the flow waits: until when. */
	waitUntil?(ctx: IExecuteFunctions): Date;
	execute(
		ctx: IExecuteFunctions,
		itemIndex: number,
	): Promise<FileResult | IDataObject | IDataObject[]>;
}

/** What became of one item. */
export type Outcome = { json: FileResult | IDataObject | IDataObject[] } | { error: unknown };

/** An operation whose call takes many at once, so that the items are joined: one outcome per item. */
export interface BatchOperation extends OperationBase {
	executeAll(ctx: IExecuteFunctions, itemCount: number): Promise<Outcome[]>;
}

export type Operation = ItemOperation | BatchOperation;

/** A group of operations. Adding one is a file and a line in the resource's index. */
export interface Resource {
	option: INodePropertyOptions & { value: string };
	/** Who may call its operations. */
	access: Access;
	/** Shown above the fields: what a person has to know before. */
	notice?: string;
	operations: Operation[];
	/** The one chosen at first; the first of the list, when it is absent. */
	defaultOperation?: Operation;
}
