import type { IExecuteFunctions } from 'n8n-workflow';
import { forEachItem, type Outputs } from '../../shared/engagement/outputs';
import { text } from '../../shared/operations/fields';
import { RowReader } from '../../shared/rows/row';

/** Where the items hold their text. */
export const textColumn = text('Text Column', {
	default: 'text',
	placeholder: 'e.g. content',
	description: 'Field of the items that holds the text',
	requiresDataPath: 'single',
});

/** A row with a text, which item it is, and what else was read of it. */
export interface TextRow<Value> {
	text: string;
	itemIndex: number;
	value: Value;
}

/**
 * The items as rows with text. Items with an empty text (pictures, taps) and empty items are left out.
 *
 * @param column name of the field with the text
 * @param read what else is needed of a row; may throw, as for an item that has no such column
 */
export function textRows<Value>(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	column: string,
	read: (reader: RowReader) => Value,
): Array<TextRow<Value>> {
	const rows: Array<TextRow<Value>> = [];
	forEachItem(ctx, outputs, (itemIndex, { json }) => {
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
		if (text.trim() !== '') rows.push({ text, itemIndex, value: read(reader) });
	});
	return rows;
}
