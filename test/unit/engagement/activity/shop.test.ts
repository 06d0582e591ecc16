import { Book } from '../../../../nodes/WeChatActivity/engine/book';
import { Commands } from '../../../../nodes/shared/commands/commands';
import {
	callsShop,
	goodsText,
	leftOf,
	wishOf,
	type Good,
} from '../../../../nodes/WeChatActivity/engine/points/shop';
import { spendNow } from '../../../../nodes/WeChatActivity/engine/points/spending';
import { invite, isInvited } from '../../../../nodes/WeChatActivity/engine/submission/invitation';
import { A, event, run } from './helpers';

describe('commands', () => {
	const commands = new Commands(['投稿', '我要投稿', 'MENU_SUBMIT']);

	it.each(['投稿', ' 投　稿！', '我要投稿', 'menu_submit', '投稿😀'])(
		'are called by %j',
		(text) => {
			expect(commands.isCalledBy(text)).toBe(true);
		},
	);

	it.each([
		['投稿：春天的风', '春天的风'],
		['我要投稿 春天', '春天'],
		['投 稿 A', 'A'],
		['投稿', ''],
		['我想投稿', ''],
		['', undefined],
		['投', undefined],
	])('leave of %j the rest %j', (text, rest) => {
		expect(commands.rest(text)).toBe(rest);
	});

	it('are none where no word is given', () => {
		const none = new Commands(['', ' ']);
		expect(none.isEmpty).toBe(true);
		expect(none.isCalledBy('')).toBe(false);
		expect(none.rest('x')).toBeUndefined();
	});

	it('look at the beginning of a long text only', () => {
		expect(commands.rest(`${' '.repeat(100_000)}投稿`)).toBeUndefined();
		expect(commands.rest('，'.repeat(50_000))).toBeUndefined();
	});
});

describe('a shop', () => {
	const good: Good = { id: 'a', title: '杯子', price: 5, stock: 3, perPerson: 0, validDays: 0 };
	const goods = [good, { ...good, id: 'b', title: '书', stock: undefined }];
	const words = {
		list: new Commands(['积分商城']),
		redeem: new Commands(['兑换']),
		balance: new Commands(['我的积分']),
	};

	it.each([
		['積分商城', { kind: 'list' }],
		['兑换', { kind: 'list' }],
		['我的积分', { kind: 'balance' }],
		['兑换 2', { kind: 'redeem', good: goods[1] }],
		['兑换：杯子', { kind: 'redeem', good }],
		['兑换９', { kind: 'redeem', good: undefined }],
		['兑换规则', undefined],
		['你好', undefined],
	])('takes %j as %j', (text, wish) => {
		expect(wishOf(text, words, goods)).toEqual(wish);
		expect(callsShop(text, words)).toBe(text.includes('你好') ? false : true);
	});

	it('tells what is left, never less than nothing', () => {
		expect(goodsText(goods, () => 3)).toBe('1. 杯子  5 积分（已兑完）\n2. 书  5 积分');
		expect(leftOf({ ...good, stock: 1 }, 3)).toBe(0);
	});
});

describe('spending at once', () => {
	const rules = { expireAfterDays: 0, tiers: [] };
	const earned = {
		key: 'e',
		activityId: 'daily',
		openId: 'oA',
		type: 'checkIn',
		points: 50,
		data: {},
		at: 9e12,
	};

	it('spends what is there, behind everything that is known, and writes nothing that is refused', () => {
		const book = new Book([earned]);
		const spend = (key: string) =>
			run(
				[event(key, '2026-11-24 09:00')],
				(known, one) => spendNow(known, '', one, { amount: 30, reason: '' }, rules),
				book,
			).steps[0];
		expect(spend('1')).toMatchObject({ status: 'spent', rows: [{ points: -30, at: 9e12 + 1 }] });
		expect(spend('1')).toMatchObject({ status: 'spent', rows: [] });
		expect(spend('2')).toMatchObject({ status: 'insufficient', values: { balance: 20 }, rows: [] });
	});
});

describe('an invitation to submit', () => {
	const rules = { perPerson: 1, perDay: 0, minLength: 0, kinds: [], pointsPerApproval: 0 };

	it('holds for some minutes, and once', () => {
		const asked = event('1', '2026-11-24 09:00');
		const { book } = run([asked, asked], (known, one) => invite(known, A, one, rules, 30));
		expect(book.all()).toHaveLength(1);
		expect(isInvited(book, A, event('2', '2026-11-24 09:30'), 30)).toBe(true);
		expect(isInvited(book, A, event('3', '2026-11-24 09:31'), 30)).toBe(false);
		expect(isInvited(book, A, event('4', '2026-11-24 09:10', '', 'oB'), 30)).toBe(false);
		const closed = { ...rules, endsAt: asked.at };
		expect(invite(new Book(), A, asked, closed, 30)).toMatchObject({ status: 'closed', rows: [] });
	});
});
