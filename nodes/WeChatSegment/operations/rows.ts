import type { IExecuteFunctions } from 'n8n-workflow';
import { forEachItem, type Outputs } from '../../shared/engagement/outputs';
import { knownRowsField } from '../../shared/engagement/rows';
import { UserInputError } from '../../shared/inputError';
import { RowReader, type Row } from '../../shared/rows/row';

/** What the last run gave; the earlier run in *Compare Runs*. */
export const previous = knownRowsField({
	label: 'Previous Segments',
	hint: "The rows that the last run gave on its output 'Rows to Store'",
});

/**
 * Reads the items of the first input. An empty item, which stands for an empty table, is no row.
 *
 * @param read may throw: then the run ends, or the item becomes an error item (Continue On Fail)
 * @returns how many rows were read
 */
export function readItems(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	read: (reader: RowReader, itemIndex: number) => void,
): number {
	let count = 0;
	forEachItem(ctx, outputs, (itemIndex, { json: row }) => {
		if (Object.keys(row).length === 0) return;
		count += 1;
		read(new RowReader(row, `Item ${itemIndex + 1}`), itemIndex);
	});
	return count;
}

/** Reads known rows, one after the other. @param label how they are called in errors */
export function readKnown(
	rows: readonly Row[],
	label: string,
	read: (reader: RowReader) => void,
): void {
	rows.forEach((row, index) => read(new RowReader(row, `${label}, row ${index + 1}`)));
}

/** @throws UserInputError when there was nothing to work on */
export function requireRows(count: number, what: string): void {
	if (count > 0) return;
	throw new UserInputError(
		`The first input has no rows: ${what} are missing`,
		'Check the node before this one: its table is empty, or its filter matches nothing.',
	);
}
