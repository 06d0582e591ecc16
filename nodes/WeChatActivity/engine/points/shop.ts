import { answerWords, Choices, signOf } from '../../../shared/commands/choices';
import type { Commands } from '../../../shared/commands/commands';

/** Something that can be had for points. */
export interface Good {
	id: string;
	title: string;
	/** Points for one unit. */
	price: number;
	/** Units in all; undefined for any number. */
	stock?: number;
	/** Units a person may have; 0 for any number. */
	perPerson: number;
	/** Days in which the code is to be used; 0 for ever. */
	validDays: number;
	/** Value of one unit, in fen. */
	valueFen?: number;
}

/** Words by which people call the shop. */
export interface ShopWords {
	list: Commands;
	redeem: Commands;
	balance: Commands;
}

/** What somebody wants of the shop; the good is undefined where what was named is none. */
export type Wish = { kind: 'balance' | 'list' } | { kind: 'redeem'; good: Good | undefined };

/** Whether a message begins with a word of the shop; most do not, so that nothing has to be read for them. */
export const callsShop = (text: string, { list, redeem, balance }: ShopWords): boolean =>
	list.isCalledBy(text) ||
	balance.isCalledBy(text) ||
	redeem.isCalledBy(text) ||
	redeem.rest(text) !== undefined;

/** What a message wants of the shop; undefined for one that is not for it. */
export function wishOf(text: string, words: ShopWords, goods: readonly Good[]): Wish | undefined {
	if (words.list.isCalledBy(text)) return { kind: 'list' };
	if (words.balance.isCalledBy(text)) return { kind: 'balance' };
	const named = words.redeem.isCalledBy(text) ? '' : words.redeem.rest(text);
	if (named === undefined) return undefined;
	if (named === '') return { kind: 'list' };
	const position = new Choices(goods.map(({ title }) => title)).find(named);
	// 兑换规则 and 兑换码 are questions for somebody else.
	if (position === undefined && signOf(answerWords(named)) === undefined) return undefined;
	return { kind: 'redeem', good: position === undefined ? undefined : goods[position] };
}

/** Units that are left; undefined for any number. Never below 0, also where the stock was lowered. */
export const leftOf = ({ stock }: Good, taken: number): number | undefined =>
	stock === undefined ? undefined : Math.max(0, stock - taken);

/** The goods, one a line, with numbers to choose by. */
export function goodsText(goods: readonly Good[], takenOf: (good: Good) => number): string {
	return goods
		.map((good, position) => {
			const left = leftOf(good, takenOf(good));
			const rest = left === undefined ? '' : left === 0 ? '（已兑完）' : `（剩 ${left} 份）`;
			return `${position + 1}. ${good.title}  ${good.price} 积分${rest}`;
		})
		.join('\n');
}
