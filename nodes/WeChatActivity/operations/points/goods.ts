import { FIELDS_SOURCE } from '../../../shared/engagement/rows';
import { choice, group, rows, text } from '../../../shared/operations/fields';
import type { Records } from '../../../shared/records/port';
import { shopGoods } from '../../../shared/records/tables/shopGoods';
import type { Good } from '../../engine/points/shop';
import { count } from '../../fields/count';

const goodsFrom = choice(
	'Goods From',
	[
		FIELDS_SOURCE,
		{
			name: 'Table of Goods',
			value: 'table',
			description:
				"The table 'shop_goods' of the records, which staff can edit; made with examples on first use",
		},
	],
	'fields',
);

const goodsDefined = rows(
	'Goods',
	['entry', 'Entry'],
	{
		validDays: count('Days to Use the Code', 0, '0 for ever'),
		id: text('ID', { description: 'Of your own, never to be changed while the shop is open' }),
		title: text('Name', { placeholder: 'e.g. 五元优惠券' }),
		perPerson: count('Per Person', 0, 'Units a person may have; 0 for any number'),
		price: count('Price', 100, 'Points for one unit', { least: 1 }),
		stock: count('Stock', 100, 'Units in all, those that are gone included; raise it to add some'),
	},
	{
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Goods',
		description: 'What can be had for points. Goods without stock are shown as gone.',
		displayOptions: { show: { goodsFrom: ['fields'] } },
	},
);

/** The goods filled in; undefined where they stand in the table. */
export const goods = group({ goodsFrom, goodsDefined }, (values): Good[] | undefined =>
	values.goodsFrom === 'table' ? undefined : values.goodsDefined.map((good) => ({ ...good })),
);

const positive = (number: number | null): number => Math.max(0, number ?? 0);

/** The goods that stand in the table, without those that are off or have no price. */
export async function goodsInTable(records: Records): Promise<Good[]> {
	const stored = await records.read(shopGoods);
	return stored
		.filter(({ isOff, price }) => !isOff && price !== null && price > 0)
		.map(({ key, title, price, stock, perPerson, validDays, valueFen }) => ({
			id: key || title,
			title: title || key,
			price: positive(price),
			stock: stock ?? undefined,
			perPerson: positive(perPerson),
			validDays: positive(validDays),
			valueFen: valueFen ?? undefined,
		}));
}
