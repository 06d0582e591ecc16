import { longUrl } from '../../simulator/articles';
import { addComment } from '../../simulator/control';
import { onEachStore, useSystem } from '../lib/useSystem';
import { advanceTo } from '../lib/wallClock';

const MINUTE = 60_000;
const ARTICLE = 2247490200;
const MORNING = 'Every morning at nine';

onEachStore('03: nobody waits longer than promised without the staff knowing', (store) => {
	const system = useSystem({ only: ['00', '01', '02', '03', '04'] }, store);

	/** Runs the desk and the sweep as their schedules do, and gives what the staff heard from it. */
	const sweep = async (minutes: number): Promise<string> => {
		const { app } = system;
		const heard = app.staff.messages.length;
		await app.advance(minutes * MINUTE);
		await app.run('02');
		await app.run('03');
		return app.staff.messages.slice(heard).join('\n');
	};
	/** What a person writes in the customer service tool. */
	const answer = (openId: string, text: string, opercode = 2002) => {
		const { state } = system.app.simulator.platform;
		const time = state.clock.seconds();
		state.chatRecords.push({ openid: openId, worker: 'wang@shop', text, opercode, time });
	};
	const follow = async (openId: string, tier: string) => {
		const { app } = system;
		app.simulator.platform.state.addFollower(openId);
		await app.write('wechat_contacts', { key: openId, openId, isFollower: true, tier });
	};
	const findings = async () => {
		const rows = await system.app.rows('wechat_service_alerts');
		return rows.map(({ openId, channel, metric, status }) =>
			[openId || channel, metric, status].join(' '),
		);
	};

	it('reminds after three quarters of the time, and is content with a reply in time', async () => {
		const { app } = system;
		await advanceTo(app, '10:00');
		await follow('oVip', 'vip');
		await follow('oFan', 'normal');
		await app.say('oVip', '人工');
		await app.say('oFan', '转人工');
		await app.settled();
		expect(await app.rows('wechat_service_events')).toMatchObject([
			{ caseId: 'oVip', tier: 'vip', channel: 'chat', kind: 'userMessage' },
			{ caseId: 'oFan', channel: 'chat', kind: 'userMessage' },
		]);
		expect(await sweep(15)).toBe('');
		const reminder = await sweep(8);
		expect(reminder).toContain('【回复提醒】');
		expect(reminder).toContain('VIP 私信 首次回复');
		expect(reminder).toContain('「人工」');
		expect(reminder).not.toContain('@所有人');
		answer('oVip', '您好，我是客服小王');
		answer('oVip', '好的，谢谢', 2003);
		expect(await sweep(10)).toBe('');
		expect(await findings()).toContain('oVip firstResponse met');
	});

	it('calls everybody when the time is over, once', async () => {
		// 33 minutes are over; normal followers have two hours.
		expect(await sweep(56)).toBe('');
		expect(await sweep(2)).toContain('【回复提醒】');
		expect(await sweep(20)).toBe('');
		const escalation = await sweep(10);
		expect(escalation).toContain('【超时升级】');
		expect(escalation).toContain('@所有人');
		const { app } = system;
		const heard = app.staff.messages.length;
		await Promise.all([app.run('03'), app.run('03')]);
		expect(await sweep(1)).toBe('');
		expect(app.staff.messages).toHaveLength(heard);
		answer('oFan', '抱歉让您久等了');
		expect(await sweep(1)).toBe('');
		expect(await findings()).toContain('oFan firstResponse breached');
		// Asked again after the answer, the follower waits for the next one.
		await app.advance(MINUTE);
		answer('oFan', '那我的订单什么时候发货？', 2003);
		expect(await sweep(91)).toContain('后续回复');
		answer('oFan', '明天发货');
	});

	it('watches comments that wait for a person, with text and link, until the person has replied', async () => {
		const { app } = system;
		const { platform } = app.simulator;
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
		const write = (content: string) => addComment(platform, { msgDataId: ARTICLE, content });
		const bad = write('质量太差了，用了两天就坏了');
		const worse = write('客服态度恶劣，再也不买了');
		write('茶真好喝');
		expect(await sweep(1)).toContain('【负面留言】');
		const reminder = await sweep(12);
		expect(reminder).toContain('「质量太差了，用了两天就坏了」');
		expect(reminder).toContain(longUrl(ARTICLE, 0));
		expect(reminder).not.toContain('茶真好喝');
		bad.reply = { content: '抱歉，马上为您处理', createTime: platform.state.clock.seconds() };
		const escalation = await sweep(5);
		expect(escalation).toContain('客服态度恶劣');
		expect(escalation).not.toContain('质量太差');
		worse.reply = { content: '非常抱歉', createTime: platform.state.clock.seconds() };
		expect(await sweep(1)).toBe('');
	});

	it('counts business hours: what comes in at night is not late by the morning', async () => {
		const { app } = system;
		await advanceTo(app, '22:00');
		await follow('oNight', 'vip');
		await app.say('oNight', '人工');
		await app.settled();
		expect(await sweep(9 * 60)).toBe('');
	});

	it('reports in the morning, and tells of a row that it cannot read', async () => {
		const { app } = system;
		await app.write('wechat_service_events', {
			key: 'odd',
			caseId: 'odd',
			channel: 'comment',
			tier: 'gold',
			kind: 'userMessage',
			at: new Date(app.simulator.platform.state.clock.now()).toISOString(),
		});
		await advanceTo(app, '09:00');
		const heard = app.staff.messages.length;
		await app.run('03', MORNING);
		const [digest, comments, warning] = app.staff.messages.slice(heard);
		expect(digest).toContain('VIP｜首次回复 2 次，达标 100%');
		expect(digest).toContain('负面｜首次回复 2 次，达标 50%');
		expect(digest).toContain('【已超时】普通 私信 首次回复 oFan');
		expect(comments).toContain('昨天回复 3 条，其中自动 1 条');
		expect(comments).toContain('30 分钟内 100%');
		expect(warning).toContain('gold');
	});

	it('reminds of what came in at night once the time of the morning is used up', async () => {
		const { app } = system;
		await advanceTo(app, '09:23');
		expect(await sweep(0)).toContain('「人工」');
		answer('oNight', '早上好，有什么可以帮您？');
		await sweep(1);
		expect(await findings()).toContain('oNight firstResponse met');
		expect(await app.failures()).toEqual([]);
	});
});
