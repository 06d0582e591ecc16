/* eslint-disable no-console -- the figures of a run are what it is for */
import { until } from '../lib/n8n';
import { onEachStore, useSystem } from '../lib/useSystem';

type Metric = Record<string, unknown> & { metric: string; date: string; period: string };

const DAY_MS = 86_400_000;

const dayText = (epoch: number) => new Date(epoch + 8 * 3_600_000).toISOString().slice(0, 10);

onEachStore('14: figures of every day', (store) => {
	const system = useSystem({ only: ['00', '01', '14'] }, store);
	const clock = () => system.app.simulator.platform.state.clock;
	const yesterday = () => clock().daysAgo(1);

	const valueOf = async (metric: string, date = yesterday(), period = 'day') => {
		const rows = await system.app.rows<Metric>('wechat_metrics');
		const found = rows.filter(
			(row) => row.metric === metric && row.date === date && row.period === period,
		);
		expect(found).toHaveLength(1);
		return found[0]?.value;
	};

	const open = async (query: string) => {
		const response = await fetch(`${system.app.n8n.url}/webhook/wechat-report${query}`);
		return { status: response.status, text: await response.text() };
	};

	it('shows no page without the key, nor before there are figures', async () => {
		const { app } = system;
		// Publishing ends before the page answers.
		await until('the page answers', async () =>
			(await open('')).status === 404 ? undefined : true,
		);
		expect((await open('')).status).toBe(403);
		expect((await open('?key=')).status).toBe(403);
		await app.set('dashboardKey', 'spring-2027');
		expect((await open('?key=autumn')).status).toBe(403);
		expect((await open('?key=spring-2027')).text).toContain('还没有数据');
	});

	it('calculates a day, also while a statistic of WeChat is not ready', async () => {
		const { app } = system;
		await app.push({ FromUserName: 'oA', MsgType: 'event', Event: 'subscribe', EventKey: '' });
		for (const openId of ['oA', 'oB', 'oC']) await app.say(openId, '多少钱');
		await app.push({
			FromUserName: 'oA',
			MsgType: 'event',
			Event: 'CLICK',
			EventKey: 'STORE',
		});
		for (const days of [24, 22, 20]) {
			const at = new Date(clock().now() - days * DAY_MS).toISOString();
			await app.write('wechat_interactions', {
				key: `oOld:${days}`,
				openId: 'oOld',
				kind: 'text',
				at,
				text: '在吗',
				points: 0,
				auto: false,
			});
		}
		for (const week of [1, 2, 3, 4, 5]) {
			const date = dayText(clock().now() - week * 7 * DAY_MS);
			await app.write('wechat_metrics', {
				key: `messages|${date}|${date}`,
				metric: 'messages',
				label: '消息数',
				layer: 'basic',
				unit: 'count',
				period: 'day',
				date,
				from: date,
				to: date,
				value: 100,
			});
		}
		await app.settled();
		const at = new Date(clock().now()).toISOString();
		const reply = new Date(clock().now() + 300_000).toISOString();
		const chat = { openId: 'oC', channel: 'chat', caseId: 'oC', tier: 'normal' };
		for (const openId of ['oA', 'oB']) {
			await app.write('wechat_keyword_hits', {
				key: `hit:${openId}`,
				openId,
				at,
				status: 'matched',
			});
			await app.write('wechat_segments', { key: openId, openId, segment: 'highValue', at });
		}
		const move = {
			fromSegment: 'potential',
			toSegment: 'highValue',
			week: dayText(Date.parse(at)),
		};
		await app.write('wechat_segment_history', { key: 'w|oA', openId: 'oA', at, ...move });
		// The message that a case begins with has its key.
		const messages = await app.rows('wechat_interactions');
		const { key } = messages.find(({ openId, kind }) => openId === 'oC' && kind === 'text') ?? {};
		await app.write('wechat_service_events', {
			key: String(key),
			...chat,
			kind: 'userMessage',
			at,
		});
		const comment = { caseId: '1:0:7', channel: 'comment', tier: 'question', openId: '' };
		await app.write('wechat_service_events', { key: '1:0:7', ...comment, kind: 'userMessage', at });
		await app.write('wechat_service_events', {
			key: '1:0:7:auto',
			...comment,
			kind: 'autoReply',
			at: reply,
		});
		await app.write('wechat_interactions', {
			key: 'comment:1:0:7',
			openId: 'oB',
			kind: 'comment',
			at,
			text: '好看',
			points: 0,
			auto: false,
		});
		await app.write('wechat_service_events', {
			key: 'e2',
			...chat,
			kind: 'personReply',
			at: reply,
		});
		await app.write('wechat_service_alerts', {
			key: 'a1',
			...chat,
			metric: 'firstResponse',
			status: 'met',
			at,
			startedAt: at,
			dueAt: reply,
		});
		await app.write('wechat_activity_rows', {
			key: 'sign|oB',
			activityId: 'signIn',
			openId: 'oB',
			type: 'checkIn',
			points: 1,
			at,
		});
		await app.advance(DAY_MS);
		app.simulator.platform.faults.add({ path: '/datacube/getbizsummary', errcode: 61503 });
		await app.run('14');
		expect(await valueOf('activeUsers')).toBe(3);
		expect(await valueOf('messages')).toBe(9);
		expect(await valueOf('newFollowers')).toBe(3);
		expect(await valueOf('followers')).toBe(1_217);
		expect(await valueOf('menuClickRate')).toBeCloseTo(1 / 3);
		expect(await valueOf('reads')).toBeNull();
		expect(await valueOf('replyShare')).toBe(1);
		expect(await valueOf('firstResponseMedian')).toBeGreaterThan(290);
		expect(await valueOf('comments')).toBe(1);
		expect(await valueOf('slaMet')).toBe(1);
		expect(await valueOf('segmentUpShare')).toBe(0.5);
		expect(await valueOf('activityParticipationRate')).toBeGreaterThan(0);
		const statistics = await app.rows('wechat_statistics');
		expect(statistics.map(({ figures }) => figures)).not.toContain('account');
	});

	it('tells the staff what is unusual, who is about to leave, and the report', async () => {
		const { app } = system;
		const [alert, report, ...others] = app.staff.messages;
		expect(others).toEqual([]);
		expect(alert).toContain('指标异常');
		expect(alert).toContain('消息数');
		expect(report).toContain('流失预警 1 人');
		expect(report).toContain('山野茶铺');
		expect(await app.rows('wechat_churn_warnings')).toMatchObject([
			{ openId: 'oOld', date: yesterday(), silentDays: 20, usualGapDays: 2 },
		]);
		expect(await app.rows('wechat_metric_alerts')).toMatchObject([
			{ metric: 'messages', status: 'told' },
		]);
	});

	it('adds what came late, and tells nothing twice', async () => {
		const { app } = system;
		const before = (await app.rows('wechat_metrics')).length;
		app.staff.messages.length = 0;
		await app.run('14');
		expect(await valueOf('reads')).toBe(10);
		expect((await app.rows('wechat_metrics')).length).toBe(before);
		expect((await app.rows('wechat_statistics')).length).toBe(3 * 4);
		expect(app.staff.messages.filter((message) => message.includes('指标异常'))).toEqual([]);
	});

	it('shows the page to whoever has the key', async () => {
		const { app } = system;
		const { status, text } = await open('?key=spring-2027');
		expect(status).toBe(200);
		expect(text).toContain('<!DOCTYPE html>');
		expect(text).toContain('山野茶铺');
		expect(text).toContain('消息数');
		expect(text).not.toContain('oOld');
		await app.settled();
		expect(await app.failures()).toEqual([]);
	});

	it('calculates a day of an account with 20,000 interactions in a hundred days', async () => {
		const { app } = system;
		const rows = [...Array(20_000).keys()].map((number) => ({
			key: `many:${number}`,
			openId: `oMany${number % 500}`,
			kind: number % 5 === 0 ? 'event.CLICK' : 'text',
			at: new Date(clock().now() - (number % 95) * DAY_MS - (number % 3_600) * 1_000).toISOString(),
			text: `问题 ${number % 40}`,
			points: 0,
			auto: false,
		}));
		for (let start = 0; start < rows.length; start += 1_000) {
			await app.insert('wechat_interactions', rows.slice(start, start + 1_000));
		}
		const start = performance.now();
		await app.run('14');
		const seconds = (performance.now() - start) / 1_000;
		const opened = performance.now();
		expect((await open('?key=spring-2027')).status).toBe(200);
		console.log(
			`Metrics: ${seconds.toFixed(1)} s; page: ${(performance.now() - opened).toFixed(0)} ms`,
		);
		expect(await app.failures()).toEqual([]);
	});
});
