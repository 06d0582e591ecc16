/* eslint-disable no-console */
import { addComment } from '../../simulator/control';
import { median, quantile } from '../../bench/lib/measure';
import { ARTICLE, broadcastArticle } from '../lib/article';
import { onCanvas, until } from '../lib/canvas';

/*
 * The figures of the pages in docs/strategies: what they say was printed by these tests. What is held here is what has
 * to hold on any machine.
 */

const WECHAT_WAITS_MS = 5_000;
const LIMIT_MS = 300_000;

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(2);

const QUESTIONS = 40;

onCanvas('04', (stage) => {
	it(
		'answers every question in the chat',
		async () => {
			const { say, statuses } = stage();
			// The first message makes the tables.
			await say('oFirst', '几点开门');
			const taken: number[] = [];
			for (let number = 0; number < QUESTIONS; number++) {
				const startedAt = Date.now();
				expect(await say(`oAsker${number}`, '请问周末营业吗')).toContain('营业时间');
				taken.push(Date.now() - startedAt);
			}
			await statuses(QUESTIONS + 1);
			const [middle, most] = [median(taken), quantile(taken, 0.95)];
			console.log(`04: ${QUESTIONS} replies, median ${seconds(middle)} s, 95 % ${seconds(most)} s`);
			expect(Math.max(...taken)).toBeLessThan(WECHAT_WAITS_MS);
		},
		LIMIT_MS,
	);
});

const PRAISE = 20;
const ASKED = 20;
const UNHAPPY = 10;

onCanvas('02', (stage) => {
	it(
		'answers fifty comments in one run, and none of the unhappy ones',
		async () => {
			const { push, run, rows, room, simulator } = stage();
			await push(broadcastArticle(simulator.platform));
			await until('the article is watched', async () => (await rows('watched_articles'))[0]);
			const write = (count: number, name: string, content: string) =>
				Array.from({ length: count }, (_, number) =>
					addComment(simulator.platform, {
						msgDataId: ARTICLE,
						openId: `o${name}${number}`,
						content,
						ageSeconds: 0,
					}),
				);
			const praise = write(PRAISE, 'Fan', '写得真好，学到了很多');
			const asked = write(ASKED, 'Asker', '你们几点关门');
			const unhappy = write(UNHAPPY, 'Angry', '太差了，再也不来了，骗人');
			const startedAt = Date.now();
			expect((await run('minute')).status).toBe('success');
			const taken = Date.now() - startedAt;
			console.log(`02: ${PRAISE + ASKED + UNHAPPY} comments in ${seconds(taken)} s`);
			expect([...praise, ...asked].filter(({ reply }) => reply)).toHaveLength(PRAISE + ASKED);
			expect(unhappy.filter(({ reply }) => reply)).toEqual([]);
			expect(await rows('cases')).toHaveLength(UNHAPPY);
			expect(room.messages.length).toBeGreaterThan(0);
		},
		LIMIT_MS,
	);
});

const SILENT = 20;
const DAY_MS = 86_400_000;

onCanvas('13', (stage) => {
	it(
		'writes to each of the silent who can be reached, once',
		async () => {
			const { run, rows, write, simulator } = stage();
			const { state } = simulator.platform;
			const wroteAt = state.clock.now();
			const openIds = Array.from({ length: SILENT }, (_, number) => `oSilent${number}`);
			for (const openId of openIds) {
				state.allow(state.addFollower(openId, { wroteAt }), 5, DAY_MS);
			}
			expect((await run('hand')).status).toBe('success');
			expect((await run('ten')).status).toBe('success');
			const lastAt = new Date(wroteAt).toISOString();
			for (const openId of openIds) {
				const key = `contact:${openId}`;
				await write('contacts', { key, segment: 'dormant', lastAt, lastContactAt: lastAt });
			}
			await write('campaigns', {
				key: 'back',
				name: '好久不见',
				isActive: true,
				segments: '沉默',
				channels: '客服消息',
				text: '好久不见，回来看看？回复“退订”不再打扰。',
				holdOutPercent: 0,
				quietFrom: '00:00',
				quietUntil: '00:00',
			});
			const startedAt = Date.now();
			expect((await run('ten')).status).toBe('success');
			const taken = Date.now() - startedAt;
			console.log(`13: ${SILENT} messages in ${seconds(taken)} s`);
			expect((await run('ten')).status).toBe('success');
			const received = openIds.map((openId) => state.followers.get(openId)?.inbox.length);
			expect(received).toEqual(openIds.map(() => 1));
			expect(await rows('campaign_log')).toHaveLength(SILENT);
		},
		LIMIT_MS,
	);
});
