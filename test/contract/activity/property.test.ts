import type { IDataObject } from 'n8n-workflow';
import uniqBy from 'lodash/uniqBy';
import { generator } from '../../harness/random';
import { killedAt, message, newWorld, pointsIn, type World } from './world';

const QUESTIONS = [
	{ id: 'q1', question: '首都？', options: '北京|上海', answer: 'A', points: 20 },
	{ id: 'q2', question: '1+1=?', options: '二|一', answer: 'A', points: 30 },
];
const STOCK = 2;
const GOODS = [
	{ id: 'cup', title: '杯子', price: 25, stock: STOCK, perPerson: 0, validDays: 0 },
	{ id: 'pen', title: '钢笔', price: 10, stock: 9, perPerson: 1, validDays: 0 },
];
const VOTE = { choices: '春\n夏', options: { points: 5, hidesResults: false } };
/** What a person can get: the quiz, a day, a vote. */
const MOST = 50 + 7 + 5;

const GAMES: Record<string, (world: World, item: IDataObject) => Promise<unknown>> = {
	quiz: async (world, item) =>
		await world.run(
			'quiz',
			'handleMessage',
			{
				questionsFrom: 'json',
				questions: JSON.stringify(QUESTIONS),
				options: { shufflesOptions: false },
			},
			[item],
		),
	checkIn: async (world, item) =>
		await world.run('checkIn', 'record', { activityId: 'daily', pointsPerDay: 7 }, [item]),
	vote: async (world, item) =>
		await world.run('vote', 'cast', { activityId: 'poll', ...VOTE }, [item]),
	shop: async (world, item) =>
		await world.run(
			'points',
			'shop',
			{ activityId: 'shop', goodsFrom: 'fields', goodsDefined: { entry: GOODS } },
			[item],
		),
};
const SAID: Array<[game: string, text: string]> = [
	['quiz', '答题'],
	['quiz', 'A'],
	['quiz', 'A'],
	['checkIn', '签到'],
	['vote', '投票 A'],
	['vote', 'B'],
	['shop', '兑换 1'],
	['shop', '兑换 2'],
	['shop', '积分商城'],
];

interface Said {
	game: string;
	item: IDataObject;
}

/** Messages of two people, some of them twice, in any order. */
function messages(random: () => number): Said[] {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const said = Array.from({ length: 12 }, (_, minute): Said => {
		const [game, text] = pick(SAID);
		const openId = pick(['oAlice', 'oBob']);
		return { game, item: message(`${minute}`, text, { openId, minute }) };
	});
	return said.flatMap((one) => (random() < 0.3 ? [one, one] : [one]));
}

/** What has to hold whatever was said and whatever broke off. */
function check(world: World): void {
	const rows = uniqBy(world.tables.rows('activity_rows'), 'key');
	const of = (type: string) => rows.filter((row) => row.type === type);
	const sums = pointsIn(world.tables);
	for (const [openId, sum] of Object.entries(sums)) {
		expect([openId, sum >= 0 && sum <= MOST]).toEqual([openId, true]);
		const own = rows.filter((row) => row.openId === openId);
		const from = (type: string) =>
			own.filter((row) => row.type === type).reduce((all, { points }) => all + Number(points), 0);
		expect([0, 20, 30, 50]).toContain(from('quiz'));
		expect([0, 7]).toContain(from('checkIn'));
		expect([0, 5]).toContain(from('vote'));
	}
	expect(of('unit').filter(({ key }) => String(key).includes('|cup|')).length).toBeLessThanOrEqual(
		STOCK,
	);
	const given = new Set(of('reversal').map(({ data }) => String(data)));
	const kept = of('spend').length - given.size;
	const prizes = uniqBy(world.tables.rows('prizes_won'), 'key');
	expect(prizes).toHaveLength(kept);
	expect(prizes.filter(({ prize }) => prize === '杯子').length).toBeLessThanOrEqual(STOCK);
	expect(new Set(prizes.map(({ code }) => code)).size).toBe(prizes.length);
}

describe('games on two workers that are killed', () => {
	it.each([1, 2, 3, 4, 5, 6])('count everything once (seed %d)', async (seed) => {
		const random = generator(seed);
		const world = await newWorld();
		const said = messages(random);
		const play = async ({ game, item }: Said) => await GAMES[game]?.(world, item);
		for (let place = 0; place < said.length; place += 2) {
			const pair = said.slice(place, place + 2);
			const step = 1 + Math.floor(random() * 12);
			await killedAt(world.tables, step, async () => await Promise.all(pair.map(play)));
			// What broke off is delivered again, to either worker or to both.
			await Promise.all((random() < 0.5 ? pair : [...pair, ...pair]).map(play));
		}
		for (const openId of ['oAlice', 'oBob']) {
			await play({ game: 'shop', item: message('last', '积分商城', { openId, minute: 59 }) });
		}
		check(world);
	});
});
