import { asStored, mapped, type Field } from '../../../shared/operations/fields';
import { RowReader, type Row } from '../../../shared/rows/row';
import type { PlannedPrize } from '../../engine/compliance/plan';
import { prizeList } from '../../fields/prizeList';

function share(reader: RowReader, column: string): number | undefined {
	if (!reader.has(column)) return undefined;
	const value = reader.number(column, { min: 0 });
	if (value <= 1) return value;
	throw reader.error(column, `is ${value}`, 'Enter a number from 0 to 1: 1 % is 0.01.');
}

const prizesOf = (rows: readonly Row[]): PlannedPrize[] =>
	rows.map((row, position) => {
		const reader = new RowReader(row, `Prize ${position + 1}`);
		return {
			name: reader.text('name'),
			quantity: reader.number('quantity', { fallback: 0, min: 0, integer: true }),
			valueFen: reader.has('valueFen')
				? reader.number('valueFen', { min: 0, integer: true })
				: undefined,
			odds: share(reader, 'odds'),
		};
	});

/** The prizes of an activity that is to be checked, as filled in. */
export const prizes: Field<PlannedPrize[]> = mapped(
	prizeList(
		{
			name: asStored({ displayName: 'Name', type: 'string', default: '' }),
			odds: asStored({
				displayName: 'Odds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0.01',
				description:
					'Published chance of one draw, from 0 to 1. Leave empty if quantities are published.',
			}),
			quantity: asStored({
				displayName: 'Quantity',
				type: 'number',
				default: 1,
				description: 'Number of units',
			}),
			valueFen: asStored({
				displayName: 'Value in Fen',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9900',
				description: 'Market value of one unit; 100 fen are one yuan',
			}),
		},
		'Columns: name, quantity, valueFen, odds',
	),
	prizesOf,
);
