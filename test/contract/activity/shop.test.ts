import type { IDataObject } from 'n8n-workflow';
import { killedAt, message, newWorld, pointsIn, tap, type Run, type World } from './world';

const SHOP = {
	activityId: 'points-shop',
	goodsFrom: 'fields',
	goodsDefined: {
		entry: [
			{ id: 'coupon', title: '五元优惠券', price: 30, stock: 2, perPerson: 0, validDays: 30 },
			{ id: 'gift', title: '纪念品', price: 500, stock: 5, perPerson: 1, validDays: 0 },
			{ id: 'card', title: '贺卡', price: 10, stock: 9, perPerson: 1, validDays: 0 },
		],
	},
};

const said = async (world: World, item: IDataObject, parameters = SHOP): Promise<Run> =>
	await world.run('points', 'shop', parameters, [item]);
const replyOf = ({ outputs: [replies = []] }: Run): string => String(replies[0]?.reply ?? '');
const sizes = ({ outputs }: Run): number[] => outputs.map(({ length }) => length);

async function withPoints(points: number, ...openIds: string[]): Promise<World> {
	const world = await newWorld();
	const items = openIds.map((openId) => message('gift', '', { openId, day: 20 }));
	await world.run('points', 'add', { activityId: '', points }, items);
	return world;
}

const units = ({ tables }: World): number => {
	const keys = tables.rows('activity_rows').filter(({ type }) => type === 'unit');
	return new Set(keys.map(({ key }) => key)).size;
};
const prizes = ({ tables }: World): number =>
	new Set(tables.rows('prizes_won').map(({ key }) => key)).size;

describe('the points shop', () => {
	it('shows balance and goods, and gives a code for points, once', async () => {
		const world = await withPoints(100, 'oAlice');
		const list = await said(world, tap('1', '积分商城'));
		expect(replyOf(list)).toContain('您有 100 积分。\n1. 五元优惠券  30 积分（剩 2 份）');
		expect(sizes(await said(world, message('2', '兑换规则')))).toEqual([0, 0, 1]);
		expect(sizes(await said(world, message('3', '你好')))).toEqual([0, 0, 1]);
		const bought = await said(world, message('4', '兌換１'));
		expect(replyOf(bought)).toMatch(
			/兑换成功：五元优惠券\n兑换码：\w{5}-\w{5}\n已使用 30 积分，剩余 70 积分/,
		);
		expect(sizes(bought)).toEqual([1, 1, 0]);
		const again = await said(world, message('4', '兌換１'));
		expect(replyOf(again)).toBe(replyOf(bought));
		expect(pointsIn(world.tables).oAlice).toBe(70);
		expect(replyOf(await said(world, message('5', '兑换 纪念品')))).toContain('积分不足');
		expect(replyOf(await said(world, message('6', '兑换 9')))).toContain('没有这件商品');
		expect(replyOf(await said(world, message('7', '兑换贺卡')))).toContain('兑换成功');
		expect(replyOf(await said(world, message('8', '兑换贺卡')))).toContain('每人限兑 1 份');
		expect(replyOf(await said(world, message('9', '我的积分')))).toContain('60 积分');
		expect(prizes(world)).toBe(2);
	});

	it('has its goods in a table, which begins with examples', async () => {
		const world = await withPoints(100, 'oAlice');
		const shop = { ...SHOP, goodsFrom: 'table' };
		expect(replyOf(await said(world, message('1', '积分商城'), shop))).toContain(
			'示例：五元优惠券',
		);
		expect(replyOf(await said(world, message('2', '兑换 1'), shop))).toContain('兑换成功');
		const [good] = world.tables.tables.find(({ name }) => name.endsWith('shop_goods'))?.rows ?? [];
		if (good) good.stock = 1;
		const sold = await said(world, message('3', '兑换 1'), shop);
		expect(replyOf(sold)).toContain('已经兑完');
		expect(pointsIn(world.tables).oAlice).toBe(50);
	});

	it('sells no more than there is to many at the same moment, and takes no points for nothing', async () => {
		const people = ['oA', 'oB', 'oC', 'oD', 'oE'];
		const world = await withPoints(40, ...people);
		const runs = await Promise.all(
			people.map(async (openId) => await said(world, message('1', '兑换 1', { openId }))),
		);
		expect(runs.filter((run) => sizes(run)[1] === 1)).toHaveLength(2);
		expect([units(world), prizes(world)]).toEqual([2, 2]);
		const left = Object.values(pointsIn(world.tables)).filter((points) => points !== 0);
		expect(left.sort()).toEqual([10, 10, 40, 40, 40]);
	});

	it('takes the points of one person once, however many taps come at the same moment', async () => {
		const world = await withPoints(40, 'oAlice');
		const runs = await Promise.all(
			['1', '1', '2', '3'].map(async (key) => await said(world, message(key, '兑换 1'))),
		);
		expect(runs.filter(({ error }) => error)).toEqual([]);
		expect(pointsIn(world.tables).oAlice).toBe(10);
		expect([units(world), prizes(world)]).toEqual([1, 1]);
	});

	it.each(['again', 'later'])(
		'is whole after a run that was killed at any step (%s)',
		async (how) => {
			for (let step = 1, isKilled = true; isKilled; step++) {
				const world = await withPoints(30, 'oAlice');
				const item = message('1', '兑换 1');
				isKilled = await killedAt(world.tables, step, async () => await said(world, item));
				// The message is delivered again; or the person comes back with something else.
				await said(world, how === 'again' ? item : message('2', '积分商城'));
				const points = pointsIn(world.tables).oAlice;
				expect([points, units(world), prizes(world)]).toEqual(
					points === 0 ? [0, 1, 1] : [30, 0, 0],
				);
				if (how === 'again') expect(points).toBe(0);
			}
		},
	);

	it.each(['={{ $execution.id }}', '=1+1', "'; drop table x; --"])(
		'takes %j for text',
		async (hostile) => {
			const world = await withPoints(30, hostile);
			const item = message(hostile, '兑换 1', { openId: hostile });
			expect(replyOf(await said(world, item))).toContain('兑换成功');
			expect(
				sizes(await said(world, message('2', `兑换 ${hostile}`, { openId: hostile }))),
			).toEqual([0, 0, 1]);
		},
	);
});
