import type { IExecuteFunctions } from 'n8n-workflow';
import { knownRows as rowsGiven, rowsFields, withSource } from '../../shared/engagement/rows';
import type { Field } from '../../shared/operations/fields';
import { KEEP_RECORDS_IN, shownForItems } from '../../shared/records/keepIn';
import type { Row } from '../../shared/rows/row';
import { Book } from '../engine/book';
import { readRows } from '../engine/row';

const NAME = 'rows';
const LABEL = 'Known Rows';

const properties = rowsFields({
	label: LABEL,
	name: NAME,
	hint: "The rows that this node gave on its output 'Rows to Store', from the table you keep them in",
});

const FIRST_INPUT = 'firstInput';

/** Where the rows come from that the node has given before; `bookOnCanvas` reads them. */
export const knownRows: Field<undefined> = { describe: () => properties, read: () => undefined };

/** The same, for what looks at all rows at once: they may simply be the items. */
export const allKnownRows: Field<undefined> = {
	describe: () =>
		withSource(properties, {
			name: 'Items of This Node (First Input)',
			value: FIRST_INPUT,
			description: 'The items themselves are the rows; there is one result for all of them',
		}),
	read: () => undefined,
};

/** The two where the rows may be kept elsewhere. */
export const knownRowsForItems = shownForItems(knownRows);
export const allKnownRowsForItems = shownForItems(allKnownRows);

/** For fields that have no meaning where the canvas decides what is for the game. */
export const HIDDEN_FOR_ITEMS = { hide: { [KEEP_RECORDS_IN]: ['items'] } };

/** Whether the items are the known rows, so that there is one answer for all of them. */
export const isWhole = (ctx: IExecuteFunctions): boolean =>
	ctx.getNodeParameter(`${NAME}From`, 0, '') === FIRST_INPUT;

function given(ctx: IExecuteFunctions): Row[] {
	if (!isWhole(ctx)) return rowsGiven(ctx, NAME, LABEL);
	const items = ctx.getInputData().map(({ json }): Row => json);
	return items.filter((row) => Object.keys(row).length > 0);
}

/**
 * The known rows of activities that these fields point to.
 *
 * @throws UserInputError naming the row and the column that cannot be read
 */
export const bookOnCanvas = (ctx: IExecuteFunctions): Book => new Book(readRows(given(ctx)));

/** The same, as they came. */
export function rowsOnCanvas(ctx: IExecuteFunctions): Row[] {
	const rows = given(ctx);
	readRows(rows);
	return rows;
}
