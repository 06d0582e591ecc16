import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../../shared/engagement/outputs';
import { knownRows, rowsFields } from '../../shared/engagement/rows';
import type { Field } from '../../shared/operations/fields';
import { readRows, type PlacedRow, type SortedRows } from '../engine/readRows';

const NAME = 'moreRows';
const LABEL = 'More Rows';

/** Rows that come another way than through the first input; `sortedRows` reads them. */
export const moreRows: Field<undefined> = {
	describe: () =>
		rowsFields({
			name: NAME,
			label: LABEL,
			hint: 'Rows of either input are known by their columns: interactions (kind), statistics (ref_date), metrics (metric), SLA results (caseId, status), contacts (openId), segment history (segment, at), the menu (menu)',
		}),
	read: () => undefined,
};

/** All rows that come out stand for all that went in; the first item is named for them. */
export const SOURCE = 0;

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
	const more = knownRows(ctx, NAME, LABEL).map((row, place) => ({
		row,
		where: `${LABEL}, row ${place + 1}`,
		itemIndex: 0,
	}));
	return readRows([...inputRows(ctx), ...more], (error, { itemIndex }) => {
		outputs.fail(error, itemIndex);
	});
}
