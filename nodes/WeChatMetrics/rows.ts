import type { IExecuteFunctions } from 'n8n-workflow';
import { knownRows } from '../shared/engagement/rows';
import type { Outputs } from '../shared/engagement/outputs';
import { toNodeError } from '../shared/transport/errors';
import { readRows, type PlacedRow, type SortedRows } from './engine/readRows';

/** Name and label of the field for rows that come another way than through the first input. */
export const MORE_ROWS = { name: 'moreRows', label: 'More Rows' };

/** The items of the first input; an empty one is how a node says that it found nothing. */
function inputRows(ctx: IExecuteFunctions): PlacedRow[] {
	return ctx
		.getInputData()
		.map(({ json }, itemIndex) => ({ row: json, where: `Item ${itemIndex + 1}`, itemIndex }))
		.filter(({ row }) => Object.keys(row).length > 0);
}

/**
 * The rows of both inputs, sorted by what they are. A row that cannot be read ends the run; where the
 * node is set to continue it becomes an error item, and the others count.
 */
export function sortedRows(ctx: IExecuteFunctions, outputs: Outputs): SortedRows {
	const more = knownRows(ctx, MORE_ROWS.name, MORE_ROWS.label).map((row, place) => ({
		row,
		where: `${MORE_ROWS.label}, row ${place + 1}`,
		itemIndex: 0,
	}));
	return readRows([...inputRows(ctx), ...more], (error, { itemIndex }) => {
		if (!ctx.continueOnFail()) {
			const nodeError = toNodeError(ctx.getNode(), error, itemIndex);
			throw nodeError;
		}
		outputs.addError(error, itemIndex);
	});
}
