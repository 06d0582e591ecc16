import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { isOnCanvas } from '../../shared/records/keepIn';
import { readRows, toStored } from '../engine/row';

/** Rows with the columns that they always had on the canvas. */
const asStored = (rows: INodeExecutionData[]): INodeExecutionData[] =>
	rows.map((item) => {
		const [row] = readRows([item.json]);
		const json: IDataObject = row ? { ...toStored(row) } : item.json;
		return { ...item, json };
	});

/**
 * The operation with one output for all results where the rows are items on the canvas: there the canvas decides
 * what is for a game, and where it goes.
 */
export function inOneOutput(operation: RecordOperation): RecordOperation {
	return {
		...operation,
		run: async (ctx) => {
			const lists = await operation.run(ctx);
			if (!isOnCanvas(ctx)) return lists;
			const results = lists.slice(0, operation.outputs.length).flat();
			const rows = lists.slice(operation.outputs.length).flat();
			return [results, asStored(rows)];
		},
	};
}
