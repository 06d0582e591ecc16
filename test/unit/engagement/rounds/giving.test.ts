import fc from 'fast-check';
import { issuePrize } from '../../../../nodes/shared/prizes/issue';
import { prizesWon } from '../../../../nodes/shared/records/tables/prizesWon';
import { tickets } from '../../../../nodes/shared/records/tables/tickets';
import { givePrize, type Giving } from '../../../../nodes/WeChatActivity/records/giving';
import { eventBy, killAt, letLive, NOON, roundOfPlan } from './scene';

const QUIZ = { kind: 'quiz', prizes: '保温杯,2,128,50;帆布袋,3,39,0' };
const ASK = { choice: { prizes: ['保温杯', '帆布袋'] }, frequency: 'once', now: NOON } as const;

type Scene = Awaited<ReturnType<typeof roundOfPlan>>;

/** What has to hold whatever happened. */
async function expectSound({ records }: Scene, total: number): Promise<void> {
	const [won, all] = await Promise.all([records.read(prizesWon), records.read(tickets)]);
	const claimed = all.filter(({ state }) => state === 'claimed');
	expect(all).toHaveLength(total);
	expect(new Set(won.map(({ openId }) => openId)).size).toBe(won.length);
	expect(new Set(won.map(({ data }) => data.ticket)).size).toBe(won.length);
	expect(new Set(claimed.map(({ claimKey }) => claimKey)).size).toBe(claimed.length);
	for (const { key, data, prize } of won) {
		expect(claimed.find((ticket) => ticket.key === data.ticket)).toMatchObject({
			claimKey: key,
			prize,
		});
	}
}

const prizeOf = (giving: Giving): string =>
	'prize' in giving ? giving.prize.prize : giving.status;

describe('prizes of a round', () => {
	it('go to as many people as there are, the best first, and each person has one', async () => {
		const scene = await roundOfPlan(QUIZ);
		const { records, round } = scene;
		const given: string[] = [];
		for (const person of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) {
			given.push(prizeOf(await givePrize(records, round, eventBy(person), ASK)));
		}
		expect(given.sort()).toEqual(
			['保温杯', '保温杯', '保温杯', '帆布袋', '帆布袋', '帆布袋', 'soldOut'].sort(),
		);
		await expectSound(scene, 5);
	});

	it('are not given to more when many come at once, each twice', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 30 }),
				fc.integer({ min: 1, max: 8 }),
				async (people, units) => {
					const scene = await roundOfPlan({ kind: 'quiz', prizes: `帆布袋,${units},39` });
					const { records, round } = scene;
					const ask = { ...ASK, choice: { prizes: ['帆布袋'] } };
					const asked = Array.from({ length: people * 2 }, (_, index) => `o${index % people}`);
					const answers = await Promise.all(
						asked.map(async (openId, index) => ({
							openId,
							giving: await givePrize(records, round, eventBy(openId, `k${index}`), ask),
						})),
					);
					const winners = new Set(
						answers.filter(({ giving }) => 'prize' in giving).map(({ openId }) => openId),
					);
					expect(winners.size).toBe(Math.min(people, units));
					await expectSound(scene, units);
				},
			),
			{ numRuns: 15 },
		);
	});

	it('come from a large pool just so', async () => {
		const scene = await roundOfPlan({
			kind: 'instantWin',
			prizes: '帆布袋,5,39',
			ticketCount: 400,
		});
		const { records, round } = scene;
		const ask = { ...ASK, choice: 'any' } as const;
		const people = Array.from({ length: 120 }, (_, index) => `o${index % 100}`);
		await Promise.all(
			people.map(async (who) => await givePrize(records, round, eventBy(who), ask)),
		);
		const all = await records.read(tickets, { where: { state: 'claimed' } });
		expect(all).toHaveLength(100);
		await expectSound(scene, 400);
	});

	it('are given once wherever a run is killed, and none is lost', async () => {
		for (let step = 1; ; step++) {
			const scene = await roundOfPlan(QUIZ);
			const { records, round, tables } = scene;
			const { wasKilled } = killAt(tables, step);
			await givePrize(records, round, eventBy('a'), ASK).catch(() => undefined);
			letLive(tables);
			const [again, other] = await Promise.all([
				givePrize(records, round, eventBy('a'), ASK),
				givePrize(records, round, eventBy('b'), ASK),
			]);
			expect([prizeOf(again), prizeOf(other)]).toEqual(['保温杯', '保温杯']);
			await expectSound(scene, 5);
			expect(await records.read(tickets, { where: { state: 'claimed' } })).toHaveLength(2);
			if (!wasKilled()) break;
			expect(step).toBeLessThan(20);
		}
	});

	it('are kept for who had a ticket when the time ended', async () => {
		const { records, round, tables } = await roundOfPlan(QUIZ);
		const late = eventBy('a', 'k', NOON);
		let isClaimed = false;
		tables.beforeStep = (operation, table) => {
			if (isClaimed && table.endsWith('prizes_won')) throw new Error('killed');
			if (operation === 'update') isClaimed = true;
		};
		await givePrize(records, round, late, ASK).catch(() => undefined);
		letLive(tables);
		const ended = { ...round, status: 'ended' };
		expect(await givePrize(records, ended, late, ASK)).toMatchObject({ status: 'given' });
		expect(await givePrize(records, ended, eventBy('b'), ASK)).toEqual({ status: 'closed' });
	});

	it('are given by day or by event where that is wanted', async () => {
		const { records, round } = await roundOfPlan(QUIZ);
		const day = { ...ASK, frequency: 'day' } as const;
		const [first, again, next] = [
			await givePrize(records, round, eventBy('a', 'k1'), day),
			await givePrize(records, round, eventBy('a', 'k2'), day),
			await givePrize(records, round, eventBy('a', 'k3', NOON + 86_400_000), day),
		];
		expect([first, again, next].map(({ status }) => status)).toEqual([
			'given',
			'alreadyGiven',
			'given',
		]);
		const each = { ...ASK, frequency: 'event' } as const;
		expect(await givePrize(records, round, eventBy('b', 'k1'), each)).toMatchObject({
			status: 'given',
		});
		expect(await givePrize(records, round, eventBy('b', 'k2'), each)).toMatchObject({
			status: 'given',
		});
		expect(await givePrize(records, round, eventBy('b', 'k2'), each)).toMatchObject({
			status: 'alreadyGiven',
		});
	});

	it('a second ticket of one person goes back', async () => {
		const scene = await roundOfPlan(QUIZ);
		const { records, round } = scene;
		// Another run has written the prize of the same key meanwhile, with another ticket.
		await issuePrize(records, {
			key: 'x',
			openId: 'x',
			activityId: 'play',
			prize: '帆布袋',
			now: NOON,
		});
		const both = await Promise.all([
			givePrize(records, round, eventBy('a'), ASK),
			givePrize(records, round, eventBy('a'), { ...ASK, choice: { prizes: ['帆布袋'] } }),
		]);
		expect(new Set(both.map(prizeOf)).size).toBe(1);
		expect(await records.read(tickets, { where: { state: 'claimed' } })).toHaveLength(1);
	});
});
