import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Run } from './run';

/** What comes of one item. */
export interface Answer {
	/** For the first output, as `activity`. */
	activity: IDataObject;
	/** Flat rows for the second output. */
	rows: object[];
}

/** One thing the node can do; a file, and a line in the index of its resource. */
export interface ActivityOperation {
	option: INodePropertyOptions & { value: string; action: string };
	/** Its fields. The registry adds when to show them. */
	properties: INodeProperties[];
	/** Reads the rules and the known rows once, and gives the work for an item. */
	begin(run: Run): (itemIndex: number) => Answer;
}

export interface ActivityResource {
	option: INodePropertyOptions & { value: string };
	operations: ActivityOperation[];
	/** The one chosen at first. */
	defaultOperation: ActivityOperation;
}
