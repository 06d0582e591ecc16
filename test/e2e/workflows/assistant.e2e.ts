import { startModel, type ScriptedModel } from '../lib/model';
import { onEachStore, useSystem } from '../lib/useSystem';

const says = (answer: string, confidence = 0.9, person = false) => ({
	text: JSON.stringify({ output: { answer, confidence, person } }),
});

const HOUR = 3_600_000;

onEachStore('15 AI assistant', (store) => {
	let model: ScriptedModel;

	const system = useSystem(async (n8n) => {
		model = await startModel([
			says('茶和咖啡都提神，咖啡快一些，茶更平缓。想要温和的，可以试试桂花乌龙。'),
			says('孩子不建议喝浓茶，可以喝一点淡的桂花乌龙。', 0.8),
			says('大概是有的吧。', 0.3),
			says('', 0.9, true),
			{ text: '抱歉，我不能回答。' },
			says('加我微信 shanye88，私下便宜卖给您。'),
			says('一天三四杯不浓的茶没有问题。'),
		]);
		const openAiApi = await n8n.addCredential('openAiApi', 'Scripted model', {
			apiKey: 'none',
			url: model.url,
		});
		return { only: ['00', '01', '15'], credentials: { openAiApi } };
	}, store);
	beforeAll(async () => {
		const { clock } = system.app.simulator.platform.state;
		const today = Math.floor((clock.now() + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;
		await system.app.advance(today + 34 * HOUR - clock.now());
	});
	afterAll(async () => {
		await model.close();
	});

	const follower = (openId: string) => {
		const { state } = system.app.simulator.platform;
		return state.followers.get(openId) ?? state.addFollower(openId);
	};

	const ask = async (openId: string, text: string) => {
		follower(openId);
		const reply = await system.app.say(openId, text);
		await system.app.settled(60_000);
		return reply;
	};

	const messagesTo = (openId: string) =>
		follower(openId)
			.inbox.filter(({ via }) => via === 'customerService')
			.map(({ content }) => String((content as { content?: string }).content));

	const rowsOf = async (table: string, openId: string) =>
		(await system.app.rows(table)).filter((row) => row.openId === openId);

	const lastRequest = () => JSON.stringify(model.requests.at(-1));

	it('tells how to ask, and answers what the library knows without the model', async () => {
		expect(await ask('oFan', '小助手')).toContain('请把问题写在后面');
		expect(await ask('oFan', '小助手 运费怎么算')).toContain('满 99 元包邮');
		expect(model.requests).toHaveLength(0);
		expect(messagesTo('oFan')).toEqual([]);
	});

	it('asks for patience at once, then sends the answer of the model with the label', async () => {
		const { app } = system;
		expect(await ask('oFan', '小助手，茶和咖啡哪个更提神')).toContain('正在为您查询');
		expect(messagesTo('oFan')).toEqual([expect.stringContaining('桂花乌龙')]);
		const sent = app.simulator.platform.journal.filter(({ path }) =>
			path.endsWith('/message/custom/send'),
		);
		expect(JSON.stringify(sent.at(-1))).toContain('aimsgcontext');
		expect(lastRequest()).toContain('【咖啡因】');
		expect(lastRequest()).toContain('山野茶铺');
		expect(lastRequest()).not.toContain('oFan');
		expect(await rowsOf('wechat_assistant_questions', 'oFan')).toMatchObject([
			{ question: '茶和咖啡哪个更提神', status: 'answered', confidence: 0.9 },
		]);
	});

	it('remembers what was asked before', async () => {
		await system.app.advance(60_000);
		await ask('oFan', '小助手 那孩子呢');
		expect(lastRequest()).toMatch(
			/之前的对话.*问：茶和咖啡哪个更提神.*答：茶和咖啡都提神.*问题：那孩子呢/,
		);
		expect(messagesTo('oFan')).toHaveLength(2);
		const sent = (await rowsOf('wechat_interactions', 'oFan')).filter(
			({ kind }) => kind === 'sent',
		);
		expect(sent).toHaveLength(2);
	});

	it.each([
		['is not sure', 'oUnsure', '小助手 喝茶影响吃铁剂吗'],
		['wants a person', 'oOrder', '小助手 你们的茶农药残留检测报告有吗'],
		['does not keep to the form', 'oRefusal', '小助手 那件事你怎么看待呢'],
		['says what may not be said', 'oSensitive', '小助手 你这儿能不能私下交易呀'],
	])('gives the question to a person when the model %s', async (_, openId, text) => {
		const { app } = system;
		const asked = model.requests.length;
		expect(await ask(openId, text)).toContain('正在为您查询');
		expect(model.requests.length).toBeGreaterThan(asked);
		expect(messagesTo(openId)).toEqual([expect.stringContaining('已经请人工客服来看')]);
		expect(await rowsOf('wechat_service_events', openId)).toMatchObject([
			{ kind: 'userMessage', tier: 'question', channel: 'chat' },
		]);
		expect(await rowsOf('wechat_assistant_questions', openId)).toMatchObject([
			{ status: 'person' },
		]);
		expect(app.staff.messages.filter((message) => message.includes(openId))).toEqual([
			expect.stringContaining('AI 没有把握'),
		]);
	});

	it('never asks the model about somebody in danger, nor for who wants a person', async () => {
		const { app } = system;
		const asked = model.requests.length;
		expect(await ask('oDanger', '小助手 我不想活了')).toBeUndefined();
		expect(messagesTo('oDanger')).toEqual([expect.stringContaining('12356')]);
		await ask('oPerson', '小助手 转人工');
		expect(messagesTo('oPerson')).toEqual([expect.stringContaining('转接人工')]);
		expect(model.requests).toHaveLength(asked);
		for (const openId of ['oDanger', 'oPerson']) {
			expect(app.staff.messages.filter((message) => message.includes(openId))).toHaveLength(1);
		}
	});

	it('gives to staff what was left behind, once', async () => {
		const { app } = system;
		const { clock } = app.simulator.platform.state;
		await app.write('wechat_assistant_questions', {
			key: 'oLost:1',
			openId: 'oLost',
			at: new Date(clock.now()).toISOString(),
			question: '第一泡要不要倒掉',
			status: 'asked',
		});
		await app.run('15', 'Every 10 minutes');
		expect(await rowsOf('wechat_service_events', 'oLost')).toEqual([]);
		await app.advance(6 * 60_000);
		await app.run('15', 'Every 10 minutes');
		await app.run('15', 'Every 10 minutes');
		expect(await rowsOf('wechat_service_events', 'oLost')).toHaveLength(1);
		expect(app.staff.messages.filter((message) => message.includes('第一泡'))).toHaveLength(1);
	});

	it('limits what one person may ask in a day', async () => {
		const { app } = system;
		await app.set('assistantPerDay', '1');
		await ask('oMuch', '小助手 办公室一天喝三四杯会不会太多');
		expect(await ask('oMuch', '小助手 办公室一天喝七八杯会不会太多')).toContain('明天再聊');
		expect(messagesTo('oMuch')).toHaveLength(1);
	});

	it('recommends on a menu tap, within five seconds, and nothing twice', async () => {
		const { app } = system;
		follower('oReader');
		await app.write('wechat_contacts', { key: 'oReader', openId: 'oReader', tags: '白茶,老茶' });
		const tap = async (key: string) => {
			const { reading, deliveries } = await app.push({
				FromUserName: 'oReader',
				MsgType: 'event',
				Event: 'CLICK',
				EventKey: key,
			});
			await app.settled();
			expect(deliveries[0]?.milliseconds).toBeLessThan(5_000);
			return reading.kind === 'reply' ? String(reading.content.content) : '';
		};
		const first = await tap('RECOMMEND');
		expect(first).toMatch(/为您推荐[\s\S]*白茶/);
		const shown = await rowsOf('wechat_content_history', 'oReader');
		expect(shown).toHaveLength(3);
		// Two taps of the same second are one event that WeChat delivers twice.
		await app.advance(2_000);
		const second = await tap('RECOMMEND');
		const urls = (text: string) => [...text.matchAll(/https:\S+/g)].map(([url]) => url);
		expect(urls(second)).toHaveLength(3);
		expect(urls(second).filter((url) => urls(first).includes(url))).toEqual([]);
		expect(await tap('ORDER')).toBe('');
		expect(first + second).not.toContain('老茶客专属');
		expect(await app.failures()).toEqual([]);
	});
});
