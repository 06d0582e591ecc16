import { now } from '../../../shared/engagement/fields';
import { itemwise, type At, type Result } from '../../../shared/engagement/recordOperation';
import { collection, optionalText, text } from '../../../shared/operations/fields';
import { shownCode } from '../../../shared/prizes/code';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { shopGoods } from '../../../shared/records/tables/shopGoods';
import { Commands } from '../../../shared/commands/commands';
import { clockText } from '../../engine/day';
import { balanceOf } from '../../engine/points/points';
import { callsShop, goodsText, wishOf, type Good } from '../../engine/points/shop';
import type { ActivityEvent, Values } from '../../engine/step';
import { count } from '../../fields/count';
import { eventField, eventOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { words } from '../../fields/words';
import { type GameOutput, gameOutputs } from '../../games/outputs';
import { stepItem } from '../../items/step';
import { readBook } from '../../records/ledger';
import { buy, finishOpen, type Shop } from '../../records/shopping';
import { takenUnits, unitsOf } from '../../records/units';
import { goods as goodsGiven, goodsInTable } from './goods';

const TEXTS: ReplyTexts = {
	list: {
		label: 'Goods',
		text: '您有 {balance} 积分。\n{goods}\n回复“兑换”加序号，例如“兑换 1”。',
	},
	balance: { label: 'Balance', text: '您有 {balance} 积分。回复“积分商城”看看能换什么。' },
	redeemed: {
		label: 'Redeemed',
		text: '兑换成功：{title}\n兑换码：{code}\n已使用 {points} 积分，剩余 {balance} 积分。',
	},
	insufficient: {
		label: 'Not Enough',
		text: '积分不足：{title}需要 {points} 积分，当前只有 {balance} 积分。',
	},
	soldOut: { label: 'Sold Out', text: '{title}已经兑完，积分没有扣除。当前共 {balance} 积分。' },
	limitReached: { label: 'Limit Reached', text: '{title}每人限兑 {perPerson} 份，您已经兑过了。' },
	unknown: {
		label: 'Unknown Goods',
		text: '没有这件商品。\n{goods}\n回复“兑换”加序号，例如“兑换 1”。',
	},
};

/** Finishes what is open, and tells what everybody who comes is told: the balance and the goods. */
async function standing(
	{ records }: At,
	shop: Shop,
	{ openId, at }: ActivityEvent,
): Promise<Values> {
	const read = async () => await readBook(records, { openId });
	const before = await read();
	const book = (await finishOpen(records, shop, openId, before)) ? await read() : before;
	const units = await takenUnits(records, shop.id);
	const { values } = balanceOf(book, '', openId, Math.max(at, shop.now), shop.rules);
	const goods = goodsText(shop.goods, (good) => unitsOf(units, shop.id, good).length);
	return { ...values, goods };
}

async function purchase(
	{ records }: At,
	shop: Shop,
	event: ActivityEvent,
	good: Good,
): Promise<{ status: string; values: Values }> {
	const { status, values, prize } = await buy(records, shop, event, good);
	const { title, price, perPerson } = good;
	const code = prize ? shownCode(prize.code) : '';
	const expiresAt = prize?.expiresAt ? clockText(prize.expiresAt) : '';
	return { status, values: { ...values, title, points: price, perPerson, code, expiresAt } };
}

const fields = {
	activityId: text('Activity ID', {
		default: 'points-shop',
		description: 'A name of your own for the shop. Points of all activities are spent here.',
	}),
	goods: goodsGiven,
	listWords: words(
		'Shop Words',
		'积分商城,积分兑换',
		'Comma-separated messages or menu keys that show balance and goods',
	),
	redeemWords: words(
		'Redeem Words',
		'兑换',
		'Comma-separated words that redeem, with number or name of the goods behind (兑换 1)',
	),
	balanceWords: words(
		'Balance Words',
		'我的积分',
		'Comma-separated messages or menu keys that ask for the balance',
	),
	event: eventField,
	replies: repliesField(TEXTS, '{balance} {goods} {title} {points} {code} {expiresAt} {perPerson}'),
	options: collection('Options', 'Add option', {
		now,
		expireAfterDays: count(
			'Points Expire After Days',
			0,
			'0 for never; the oldest are spent first',
		),
		shopName: optionalText('Shop Name', {
			placeholder: 'e.g. 积分商城',
			description: "What the prizes are listed under; the 'Activity ID' if empty",
		}),
	}),
};

export const shop = itemwise<typeof fields, GameOutput>({
	option: {
		name: 'Shop',
		value: 'shop',
		action: 'Run points shop',
		description:
			'Take a message or a menu tap: show balance and goods (积分商城), or give a code for points (兑换)',
	},
	outputs: gameOutputs('Redeemed'),
	fields,
	tables: [activityRows, shopGoods, prizesWon],
	execute: async (at, values) => {
		const { json, itemIndex, now: time, records } = at;
		const event = eventOf({ json, given: values.event, itemIndex, now: time });
		const called = {
			list: new Commands(values.listWords),
			redeem: new Commands(values.redeemWords),
			balance: new Commands(values.balanceWords),
		};
		const ignored: Array<Result<GameOutput>> = [{ to: 'ignored', json: { ...json } }];
		if (!callsShop(event.text, called)) return ignored;
		const goods = values.goods ?? (await goodsInTable(records));
		const { expireAfterDays = 0, shopName = '' } = values.options;
		const id = values.activityId;
		const rules = { expireAfterDays, tiers: [] };
		const opened: Shop = { id, name: shopName || id, goods, rules, now: time };
		const wish = wishOf(event.text, called, goods);
		if (!wish) return ignored;
		const stands = await standing(at, opened, event);
		const step =
			wish.kind !== 'redeem'
				? { status: wish.kind, values: stands }
				: wish.good
					? await purchase(at, opened, event, wish.good)
					: { status: 'unknown', values: stands };
		const reply = values.replies([step.status], { ...stands, ...step.values });
		const ids = { activityId: id, openId: event.openId };
		const answer = stepItem(json, step, ids, reply);
		const results: Array<Result<GameOutput>> = [{ to: 'reply', json: answer }];
		if (step.status === 'redeemed') results.push({ to: 'finished', json: answer });
		return results;
	},
});
