import { createHash } from 'node:crypto';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { activityRows } from '../../shared/records/tables/activityRows';
import type { Good } from '../engine/points/shop';

/*
 * Units of goods: a row for each that is gone, whose key is the number of the unit. So of several workers one gets
 * it, and nothing that breaks off leaves a counter behind that is wrong. A row names nobody, as it has to stay
 * when a follower leaves.
 */

type UnitRow = RowOf<typeof activityRows>;

const TYPE = 'unit';

/** What a unit was taken for, without the OpenID that stands in it. */
const markOf = (purchase: string): string =>
	createHash('sha256').update(purchase, 'utf8').digest('hex');

const prefixOf = (shop: string, { id }: Good): string => `unit|${shop}|${id}|`;

/** Units of a shop that are gone. */
export const takenUnits = async (records: Records, shop: string): Promise<UnitRow[]> =>
	await records.read(activityRows, { where: { activityId: shop, type: TYPE } });

/** Units of a good among them. */
export const unitsOf = (rows: readonly UnitRow[], shop: string, good: Good): UnitRow[] =>
	rows.filter(({ key }) => key.startsWith(prefixOf(shop, good)));

/**
 * Takes a unit of a good for a purchase, once.
 *
 * @param at epoch milliseconds
 * @returns whether there is one; nothing is taken when all are gone
 */
export async function takeUnit(
	records: Records,
	shop: string,
	good: Good,
	purchase: string,
	at: number,
): Promise<boolean> {
	const { id, stock } = good;
	if (stock === undefined) return true;
	const mark = markOf(purchase);
	const isOwn = ({ data }: UnitRow) => data.purchase === mark;
	const taken = unitsOf(await takenUnits(records, shop), shop, good);
	if (taken.some(isOwn)) return true;
	const keys = new Set(taken.map(({ key }) => key));
	for (let number = 1; number <= stock; number++) {
		const key = `${prefixOf(shop, good)}${number}`;
		if (keys.has(key)) continue;
		const row = { key, activityId: shop, openId: '', type: TYPE, points: 0, at };
		const [added] = await records.add(activityRows, [
			{ ...row, data: { good: id, purchase: mark } },
		]);
		if (!added || (!added.isNew && !isOwn(added.row))) continue;
		if (added.isNew) await giveBackOthers(records, shop, good, isOwn);
		return true;
	}
	return false;
}

/** Two runs for one purchase may have taken a unit each: the first one counts. */
async function giveBackOthers(
	records: Records,
	shop: string,
	good: Good,
	isOwn: (row: UnitRow) => boolean,
): Promise<void> {
	const own = unitsOf(await takenUnits(records, shop), shop, good).filter(isOwn);
	for (const { key } of own.slice(1)) await records.remove(activityRows, { where: { key } });
}
