import { DAY_MS } from '../../shared/calendar/days';
import { issuePrize, wonKey, type WonPrize } from '../../shared/prizes/issue';
import type { Records } from '../../shared/records/port';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import type { Book } from '../engine/book';
import { enter, type LedgerRules } from '../engine/points/points';
import { leftOf, type Good } from '../engine/points/shop';
import { spendKey, spendNow } from '../engine/points/spending';
import { dataText, type ActivityRow } from '../engine/row';
import type { ActivityEvent, Step, Values } from '../engine/step';
import { takeTurn } from './ledger';
import { takenUnits, takeUnit, unitsOf } from './units';

/** Points of all activities are spent together. */
const ALL = '';

/** A shop, and what it offers at this moment. */
export interface Shop {
	/** As an activity, e.g. `points-shop`. */
	id: string;
	name: string;
	goods: readonly Good[];
	rules: LedgerRules;
	/** Epoch milliseconds. */
	now: number;
}

/** What became of somebody who wanted a good. */
export interface Purchase {
	status: 'insufficient' | 'limitReached' | 'redeemed' | 'soldOut';
	values: Values;
	/** What was got; absent where nothing was. */
	prize?: WonPrize;
}

const refundKey = (key: string): string => `soldOut:${key}`;

const isOf = (row: ActivityRow, { id }: Shop): boolean =>
	row.type === 'spend' && dataText(row, 'shop') === id;

const isRefunded = (book: Book, { key, openId }: ActivityRow): boolean =>
	book.of(openId).some((row) => row.type === 'reversal' && row.data.reverses === key);

/** What a person has bought in a shop, without what was given back. */
const purchasesIn = (book: Book, openId: string, shop: Shop): ActivityRow[] =>
	book.of(openId).filter((row) => isOf(row, shop) && !isRefunded(book, row));

/** Points are spent for a good, as far as it can be had. */
function spendOn(
	book: Book,
	shop: Shop,
	event: ActivityEvent,
	good: Good,
	taken: number,
): Step<'insufficient' | 'limitReached' | 'soldOut' | 'spent'> {
	const { id, title, price, validDays, valueFen, perPerson } = good;
	const data = { shop: shop.id, good: id, title, validDays, valueFen };
	const step = spendNow(book, ALL, event, { amount: price, reason: title, data }, shop.rules);
	const known = book.get(spendKey(ALL, event));
	if (known) return { ...step, status: isRefunded(book, known) ? 'soldOut' : 'spent' };
	const refused = (status: 'limitReached' | 'soldOut') => ({ ...step, status, rows: [] });
	const had = purchasesIn(book, event.openId, shop).filter((row) => row.data.good === id).length;
	if (perPerson > 0 && had >= perPerson) return refused('limitReached');
	return leftOf(good, taken) === 0 ? refused('soldOut') : step;
}

/**
 * Finishes a purchase whose points are spent: takes a unit, and writes the prize with its code. Where all units
 * are gone meanwhile the points are given back.
 *
 * @returns undefined where nothing is left
 */
async function finish(
	records: Records,
	shop: Shop,
	spent: ActivityRow,
): Promise<WonPrize | undefined> {
	const { key, openId, at } = spent;
	const good = shop.goods.find(({ id }) => id === spent.data.good);
	// What is not on offer any more has no stock that could be asked.
	const isThere = good ? await takeUnit(records, shop.id, good, key, shop.now) : false;
	if (!isThere) {
		const event = { key: refundKey(key), openId, at, text: '' };
		const entry = { type: 'reversal', reverses: key, reason: '已兑完' } as const;
		await takeTurn(records, { activityId: ALL, openId }, (book) =>
			enter(book, ALL, event, entry, shop.rules),
		);
		return undefined;
	}
	const { title, validDays, valueFen } = spent.data;
	const days = typeof validDays === 'number' ? validDays : 0;
	const { row } = await issuePrize(records, {
		key,
		openId,
		activityId: shop.id,
		activityName: shop.name,
		prize: String(title),
		valueFen: typeof valueFen === 'number' ? valueFen : undefined,
		expiresAt: days > 0 ? at + days * DAY_MS : undefined,
		now: shop.now,
		data: { points: -spent.points },
	});
	return row;
}

/** Finishes what runs that were killed have left of a person, so that no points are spent for nothing. */
export async function finishOpen(
	records: Records,
	shop: Shop,
	openId: string,
	book: Book,
): Promise<boolean> {
	const bought = purchasesIn(book, openId, shop);
	const keys = bought.map(({ key }) => wonKey(shop.id, key));
	if (keys.length === 0) return false;
	const won = await records.read(prizesWon, { among: { column: 'key', values: keys } });
	const done = new Set(won.map(({ key }) => key));
	const open = bought.filter(({ key }) => !done.has(wonKey(shop.id, key)));
	for (const spent of open) await finish(records, shop, spent);
	return open.length > 0;
}

/**
 * Buys a good for points. The points are spent first, in the turn of the person; then a unit is taken and the
 * prize written, both under the key of what was spent. Whoever comes after a run that was killed goes on there.
 */
export async function buy(
	records: Records,
	shop: Shop,
	event: ActivityEvent,
	good: Good,
): Promise<Purchase> {
	const { openId } = event;
	const scope = { activityId: ALL, openId };
	const taken = unitsOf(await takenUnits(records, shop.id), shop.id, good).length;
	let spent: ActivityRow | undefined;
	const { step } = await takeTurn(records, scope, (book) => {
		const decided = spendOn(book, shop, event, good, taken);
		spent = book.get(spendKey(ALL, event)) ?? decided.rows[0];
		return decided;
	});
	if (step.status !== 'spent' || !spent) {
		return { status: step.status === 'spent' ? 'soldOut' : step.status, values: step.values };
	}
	const prize = await finish(records, shop, spent);
	if (prize) return { status: 'redeemed', values: step.values, prize };
	const balance = Number(step.values.balance ?? 0) + -spent.points;
	return { status: 'soldOut', values: { ...step.values, balance } };
}
