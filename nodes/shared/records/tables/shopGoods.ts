import { defineTable } from '../table';

/** What can be had for points, which people edit in the table; `key` must not change while it is on offer. */
export const shopGoods = defineTable({
	name: 'shop_goods',
	holds: 'what can be had for points, with price and stock',
	columns: {
		/** As followers read it. */
		title: 'text',
		/** Points for one unit. */
		price: 'number',
		/** Units in all, those that are gone included; raise it to add some. Empty for any number. */
		stock: 'number',
		/** Units a person may have; empty or 0 for any number. */
		perPerson: 'number',
		/** Days in which the code is to be used; empty or 0 for ever. */
		validDays: 'number',
		/** Value of one unit, in fen; kept with the prize. */
		valueFen: 'number',
		/** Not on offer. The other way round a row typed in by a person would be off until a box is ticked. */
		isOff: 'flag',
	},
	indexes: [],
	examples: [
		{ key: 'example:coupon', title: '示例：五元优惠券', price: 50, stock: 100, validDays: 30 },
		{ key: 'example:gift', title: '示例：纪念品一份', price: 200, stock: 20, perPerson: 1 },
	],
});
