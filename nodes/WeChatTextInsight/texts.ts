import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../shared/inputError';
import { RowReader } from '../shared/rows/row';

/** A row with a text, and which item it is. */
export interface TextRow {
	reader: RowReader;
	text: string;
	itemIndex: number;
}

/** The name of a column as filled in at the canvas. */
export function columnOf(ctx: IExecuteFunctions, name: string, label: string): string {
	const column = String(ctx.getNodeParameter(name, 0, '')).trim();
	if (column !== '') return column;
	throw new UserInputError(`'${label}' is empty`, 'Enter the name of a field of the items.');
}

/**
 * The items as rows with text. Items with an empty text (pictures, taps) and empty items are left out.
 *
 * @throws UserInputError naming the item that has no such column, and when nothing is left
 */
export function textRows(ctx: IExecuteFunctions): TextRow[] {
	const column = columnOf(ctx, 'textColumn', 'Text Column');
	const rows: TextRow[] = [];
	ctx.getInputData().forEach(({ json }, itemIndex) => {
		if (Object.keys(json).length === 0) return;
		const reader = new RowReader(json, `Item ${itemIndex + 1}`);
		if (!(column in json)) {
			throw reader.error(
				column,
				'is missing',
				`Check that the items have a column '${column}', or change 'Text Column'.`,
			);
		}
		const text = reader.text(column, '');
		if (text.trim() !== '') rows.push({ reader, text, itemIndex });
	});
	return rows;
}
