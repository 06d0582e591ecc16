/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSimulator } from '../../simulator/server';
import { N8n } from '../lib/n8n';
import { hasPostgres, PostgresTables } from '../lib/postgres';
import { AccountSystem } from '../lib/system';

const DAY_MS = 86_400_000;

describe('10 and 14 on PostgreSQL', () => {
	let database: PostgresTables | undefined;
	let app: AccountSystem;

	beforeAll(async () => {
		if (!(await hasPostgres())) return;
		const n8n = new N8n(process.env.N8N_TEST_URL ?? '');
		await n8n.signIn();
		database = await PostgresTables.create();
		app = await AccountSystem.open(n8n, await startSimulator());
		await app.install({
			only: ['00', '01', '10', '14'],
			database,
			credentials: {
				postgres: await n8n.addCredential('postgres', 'Postgres account', database.credential),
			},
		});
	}, 120_000);

	afterAll(async () => {
		if (!database) return;
		await app.close();
		await database.drop();
	});

	const onPostgres = (work: () => Promise<void>) => async () => {
		if (database) await work();
		else process.stdout.write('No PostgreSQL on 127.0.0.1:5432: this test was left out\n');
	};

	const menuOn = async (date: string) => {
		await app.set('now', `${date}T00:10:00+08:00`);
		await app.run('10', 'Every day at 00:10');
		const { menu } = app.simulator.platform.state;
		return menu?.button[0]?.name;
	};

	it(
		'shows the menu of the day, and restores the one before',
		onPostgres(async () => {
			app.simulator.platform.state.tags.set(108, { id: 108, name: '高价值' });
			expect(await menuOn('2027-02-01')).toBe('茶铺');
			expect(await menuOn('2027-03-10')).toBe('春茶季');
			await app.run('10', 'Roll back the menu');
			expect(await menuOn('2027-03-11')).toBe('茶铺');
			expect(app.simulator.platform.state.conditionalMenus).toHaveLength(1);
			await app.set('now', '');
		}),
	);

	it(
		'answers a tap, and reports it',
		onPostgres(async () => {
			const { reading } = await app.push({
				FromUserName: 'oA',
				MsgType: 'event',
				Event: 'CLICK',
				EventKey: 'STORE',
			});
			expect(reading).toMatchObject({ content: { content: expect.stringContaining('城南老街') } });
			await app.settled();
			app.staff.messages.length = 0;
			await app.set('now', new Date(Date.now() + 7 * DAY_MS).toISOString());
			await app.run('10', 'Every Monday at 9:00');
			expect(app.staff.messages).toEqual([
				expect.stringContaining('门店地址：1 次，1 人，占 100%'),
			]);
			await app.set('now', '');
		}),
	);

	it(
		'calculates a day, tells what is unusual once, and shows the page',
		onPostgres(async () => {
			const { clock } = app.simulator.platform.state;
			for (const openId of ['oA', 'oB']) await app.say(openId, '多少钱');
			const at = new Date(clock.now()).toISOString();
			await app.write('wechat_keyword_hits', {
				key: 'hit:oA',
				openId: 'oA',
				at,
				status: 'matched',
			});
			await app.write('wechat_segments', { key: 'oA', openId: 'oA', segment: 'highValue', at });
			for (const week of [1, 2, 3, 4, 5]) {
				const date = clock.day(clock.now() - week * 7 * DAY_MS);
				await app.write('wechat_metrics', {
					key: `messages|${date}|${date}`,
					metric: 'messages',
					period: 'day',
					date,
					from: date,
					to: date,
					value: 100,
				});
			}
			await app.set('dashboardKey', 'spring-2027');
			await app.settled();
			await app.advance(DAY_MS);
			app.staff.messages.length = 0;
			await app.run('14');
			await app.run('14');
			expect(app.staff.messages.map((text) => text.includes('指标异常'))).toEqual([
				true,
				false,
				false,
			]);
			const rows = await app.rows('wechat_metrics');
			const valueOf = (metric: string) =>
				rows.find((row) => row.metric === metric && row.date === clock.daysAgo(1))?.value;
			expect(valueOf('activeUsers')).toBe(2);
			expect(valueOf('replyShare')).toBe(0.5);
			expect(valueOf('reads')).toBe(10);
			const page = await fetch(`${app.n8n.url}/webhook/wechat-report?key=spring-2027`);
			expect(await page.text()).toContain('消息数');
			expect(await app.failures()).toEqual([]);
		}),
	);
});
