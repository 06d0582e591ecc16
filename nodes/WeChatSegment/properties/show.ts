import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../operations';

/** Shows fields for some operations only. */
export function showFor(operations: Operation[], fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { show: { operation: operations, ...field.displayOptions?.show } },
	}));
}
