/* eslint-disable @n8n/community-nodes/node-usable-as-tool, @n8n/community-nodes/icon-validation, @n8n/community-nodes/require-node-description-fields, @n8n/community-nodes/no-credential-reuse, @n8n/community-nodes/missing-paired-item */
import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { DataTableRecords } from '../../../nodes/shared/records/dataTables/dataTables';
import type { Records } from '../../../nodes/shared/records/port';
import { PostgresRecords } from '../../../nodes/shared/records/postgres/postgres';
import { absent, specimen } from '../../harness/recordsContract';

/** What a store can be asked; its versions, too. */
export type StoreMethod = Exclude<keyof Records, 'versions'> | 'version';

/** One call of a store: the name of the method, and its arguments after the table. */
export interface ProbeCall {
	prefix: string;
	method: StoreMethod;
	args: unknown[];
}

/** What a method is called by; which tables there are is asked of two. */
function calleeOf(records: Records, method: StoreMethod): unknown {
	if (method === 'version') return records.versions?.of;
	if (method !== 'existing') return records[method].bind(records);
	return async () => (await records.existing([absent, specimen])).map(({ name }) => name);
}

/** Lets a test call the stores as they are inside a real n8n. It is in no package. */
export class RecordsProbe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Records Probe',
		name: 'recordsProbe',
		group: ['transform'],
		version: 1,
		description: 'Calls a store',
		defaults: { name: 'Records Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'postgres', required: false }],
		properties: [
			{ displayName: 'Keep Records In', name: 'keepRecordsIn', type: 'string', default: '' },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const Store =
			this.getNodeParameter('keepRecordsIn', 0) === 'postgres' ? PostgresRecords : DataTableRecords;
		const results: IDataObject[] = [];
		for (const { json } of this.getInputData()) {
			const { prefix, method, args } = json as unknown as ProbeCall;
			const records: Records = new Store(this, prefix);
			const callee = calleeOf(records, method);
			const call = callee as (...all: unknown[]) => Promise<unknown>;
			results.push({ result: (await call(specimen, ...args)) as IDataObject });
		}
		return [results.map((json) => ({ json }))];
	}
}
