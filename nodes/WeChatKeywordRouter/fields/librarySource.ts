import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { knownRows, rowsFields, withSource } from '../../shared/engagement/rows';
import { UserInputError } from '../../shared/inputError';
import type { Field } from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { shownForItems } from '../../shared/records/keepIn';
import type { Row } from '../../shared/rows/row';
import { keywordTable } from './keywordTable';

/** Where the keywords come from: the table that the node keeps, or somewhere else on the canvas. */
type LibrarySource = 'canvas' | 'records';

const elsewhere = withSource(
	rowsFields({
		label: 'Keywords',
		name: 'keywords',
		hint: 'Columns: keyword, reply; as needed key, level (brand, product, function), variants, questions, exclude, priority, enabled, validFrom, validTo, replyMode, replyType, mediaId, cooldownMinutes',
	}),
	{ name: 'Table in This Node', value: 'table', description: 'Keywords filled in below' },
);

const withRecords = withSource(elsewhere, {
	name: 'Keyword Table',
	value: 'records',
	description:
		"The table 'keywords' of the account, where the records are kept. It is made on first use, with examples; people edit it there.",
});

const TABLE = 'keywordTable';

/** n8n stores the value of the field; the names of the three are those of `rowsFields`. */
const sourceField = (fields: INodeProperties[], isKept: boolean): Field<LibrarySource> => ({
	describe: () => [...fields, ...keywordTable.describe(TABLE)],
	read: (from) =>
		(from.get('keywordsFrom') ?? 'records') === 'records' && isKept ? 'records' : 'canvas',
});

/** *Keywords From* of an operation that keeps a library. */
export const librarySource = sourceField(withRecords, true);

/** *Keywords From* of an operation that keeps nothing. */
export const libraryElsewhere = sourceField(elsewhere, false);

const hitFields = rowsFields({
	label: 'Earlier Hits',
	name: 'hits',
	hint: "The rows that this node gave on its output 'Rows to Store'; needed for cooldowns and replies in turn, may be empty",
	input: 'Third',
});

/** *Earlier Hits*, where they come by an input. */
export const earlierHits: Field<undefined> = shownForItems({
	describe: () => hitFields,
	read: () => undefined,
});

/** The rows of a library that is not in the records. @throws UserInputError when it is to be there */
export function libraryRows(ctx: IExecuteFunctions): Row[] {
	const source = ctx.getNodeParameter('keywordsFrom', 0);
	if (source === 'table') {
		return keywordTable.read(parametersOf(ctx, 0), TABLE);
	}
	if (source !== 'records') return knownRows(ctx, 'keywords', 'Keywords');
	throw new UserInputError(
		"The keyword table cannot be read where the records are 'Items on the Canvas'",
		"Choose another source under 'Keywords From', or keep the records in Data tables or PostgreSQL.",
	);
}
