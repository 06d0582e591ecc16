/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { longUrl } from '../../simulator/articles';
import { addComment } from '../../simulator/control';
import { startSimulator } from '../../simulator/server';
import { N8n, until } from '../lib/n8n';
import { hasPostgres, PostgresTables } from '../lib/postgres';
import { AccountSystem } from '../lib/system';
import { advanceTo } from '../lib/wallClock';

const MINUTE = 60_000;
const ARTICLE = 2247490400;

describe('02, 03 and 16 on PostgreSQL', () => {
	let database: PostgresTables | undefined;
	let app: AccountSystem;

	beforeAll(async () => {
		if (!(await hasPostgres())) return;
		const n8n = new N8n(process.env.N8N_TEST_URL ?? '');
		await n8n.signIn();
		database = await PostgresTables.create();
		app = await AccountSystem.open(n8n, await startSimulator());
		await app.install({
			only: ['00', '01', '02', '03', '04', '16'],
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

	it(
		'answers comments once, leaves negative ones to a person, and watches the time',
		onPostgres(async () => {
			const { platform } = app.simulator;
			await advanceTo(app, '10:00');
			platform.state.articles.push({
				msgDataId: ARTICLE,
				index: 0,
				title: '新茶上市',
				url: longUrl(ARTICLE, 0),
				publishedOn: platform.state.clock.day(),
				isCommentable: true,
				comments: [],
			});
			await app.push({
				FromUserName: 'mphelper',
				MsgType: 'event',
				Event: 'MASSSENDJOBFINISH',
				Status: 'send success',
				ArticleUrlResult: {
					Count: '1',
					ResultList: { item: [{ ArticleIdx: '1', ArticleUrl: longUrl(ARTICLE, 0) }] },
				},
			});
			await app.settled();
			platform.state.addFollower('oVip');
			await app.say('oVip', '人工');
			await app.settled();
			await app.write('wechat_contacts', { key: 'oVip', openId: 'oVip', tier: 'vip' });
			const write = (content: string, openId?: string) =>
				addComment(platform, { msgDataId: ARTICLE, content, openId });
			const praise = write('包装很漂亮，送长辈特别有面子，长辈夸了好几次，下次还来');
			const question = write('请问包邮吗', 'oVip');
			const negative = write('质量太差了，用了两天就坏了');
			await app.advance(MINUTE);
			await Promise.all([app.run('02'), app.run('02')]);
			await app.run('02');
			expect(praise.reply).toBeDefined();
			expect(praise.isElected).toBe(true);
			expect(question.reply?.content).toContain('包邮');
			expect(negative.reply).toBeUndefined();
			const calls = platform.journal.filter(({ path }) => path.endsWith('/comment/reply/add'));
			expect(calls.length).toBe(2);
			const rows = await app.rows('wechat_comments');
			expect(rows.map(({ status }) => status).sort()).toEqual(['answered', 'answered', 'person']);
			expect(rows.find(({ content }) => content === '请问包邮吗')).toMatchObject({ tier: 'vip' });

			await app.advance(12 * MINUTE);
			await app.run('03');
			const heard = app.staff.messages.join('\n');
			expect(heard).toContain('【负面留言】');
			expect(heard).toContain('【回复提醒】');
			negative.reply = { content: '抱歉', createTime: platform.state.clock.seconds() };
			const time = platform.state.clock.seconds();
			platform.state.chatRecords.push({
				openid: 'oVip',
				worker: 'wang@shop',
				text: '您好',
				opercode: 2002,
				time,
			});
			await app.advance(MINUTE);
			await app.run('02');
			await app.run('03');
			const findings = await app.rows('wechat_service_alerts');
			expect(
				findings.filter(({ status }) => status === 'met').map(({ channel }) => channel),
			).toHaveLength(2);
			await advanceTo(app, '09:00');
			await app.run('03', 'Every morning at nine');
			expect(app.staff.messages.at(-1)).toContain('昨天回复 3 条，其中自动 2 条');
		}),
		120_000,
	);

	it(
		'sends what was agreed to',
		onPostgres(async () => {
			await app.say('oVip', '在吗');
			const form = new FormData();
			['小李', '回复一位粉丝', 'oVip', '', '您的退款已经批准。'].forEach((value, position) =>
				form.set(`field-${position}`, value),
			);
			await fetch(`${app.n8n.url}/form/wechat-approval-request`, { method: 'POST', body: form });
			const link = await until('the group is asked', async () =>
				Promise.resolve(/审批：(\S+)/.exec(app.staff.messages.join('\n'))?.[1]),
			);
			await fetch(link, { method: 'POST', body: new URLSearchParams({ decision: '同意' }) });
			await until('it is sent', async () => {
				const [row] = await app.rows('wechat_approvals');
				return row?.status === 'sent' ? true : undefined;
			});
			await app.run('16', 'Every ten minutes');
			const inbox = app.simulator.platform.state.followers.get('oVip')?.inbox;
			expect(JSON.stringify(inbox).split('退款已经批准')).toHaveLength(2);
			expect(await app.failures()).toEqual([]);
		}),
		60_000,
	);
});
