import type { IConnections, WorkflowExecuteMode } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { keysFor, testCredentials } from '../harness/engine';
import { hostFlow, type HostedFlow } from '../harness/triggers';
import { push, type PushOptions } from '../simulator/push';

const HOURS = { match: 'equals', words: '营业时间，几点开门', text: '每天 9:00–21:00' };
const OTHER = { match: 'anyOther', text: '您好，稍后回复您' };
const FOLLOWED = { FromUserName: 'oZ', MsgType: 'event', Event: 'subscribe', EventKey: '' };

const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
const CONNECTIONS: IConnections = { Trigger: { main: [to('Message'), to('Answered')] } };
const NODES = [
	{ name: 'Message', type: 'n8n-nodes-base.noOp' },
	{ name: 'Answered', type: 'n8n-nodes-base.noOp' },
];

describe('quick replies', () => {
	const account = useAccount();
	const flows: HostedFlow[] = [];
	let count = 0;

	const host = async (
		rows: object[],
		parameters: object = {},
		{
			isEncrypted = false,
			nodes = NODES,
			connections = CONNECTIONS,
			mode = 'webhook' as WorkflowExecuteMode,
		} = {},
	) => {
		count += 1;
		const trigger = {
			name: 'Trigger',
			id: `quick-${count}`,
			type: 'weChatOfficialAccountTrigger',
			parameters: { quickReplies: { reply: rows }, ...parameters } as never,
		};
		const keys = keysFor(account.simulator.url, account.state.account, isEncrypted);
		const credentials = await testCredentials(keys);
		const flow = await hostFlow([trigger, ...nodes], credentials, mode, connections);
		flows.push(flow);
		account.state.callback.url = flow.url;
		return flow;
	};
	const say = async (Content: string, fields: object = {}, options?: PushOptions) => {
		const message = { FromUserName: 'oA', MsgType: 'text', Content, ...fields };
		return (await push(account.state, message as never, options)).reading;
	};
	/** Begins the next run, with which what was answered is recorded, and gives what the two outputs had. */
	const nextRun = async (flow: HostedFlow) => {
		await push(account.state, FOLLOWED);
		await flow.settled();
		const of = (name: string) =>
			flow.runs.flatMap((run) => run[name] ?? []).map(({ json }) => json);
		return { messages: of('Message'), answered: of('Answered') };
	};

	afterEach(async () => {
		for (const flow of flows.splice(0)) {
			await flow.settled();
			await flow.close();
		}
	});

	it.each(['plain', 'compatible', 'safe'] as const)(
		'are given at once and without a run in %s mode, and recorded with the next run',
		async (mode) => {
			const flow = await host([HOURS], {}, { isEncrypted: mode !== 'plain' });
			Object.assign(account.state.callback, { mode });
			const content = { content: HOURS.text };
			const isEncrypted = mode !== 'plain';
			expect(await say('營業時間？')).toMatchObject({ kind: 'reply', content, isEncrypted });
			expect(await say('麻烦几点开门啊')).toMatchObject({ kind: 'reply', content });
			expect(flow.runs).toEqual([]);

			const { messages, answered } = await nextRun(flow);
			expect(messages).toMatchObject([{ Event: 'subscribe' }]);
			expect(answered).toMatchObject([
				{
					Content: '營業時間？',
					wechat: {
						openId: 'oA',
						quickReply: { match: 'equals', words: HOURS.words, type: 'text', ...content },
					},
				},
				{ Content: '麻烦几点开门啊' },
			]);
			expect(flow.runs).toHaveLength(2);
		},
	);

	it('are shown at once to a person who listens in the editor', async () => {
		const flow = await host([HOURS], {}, { mode: 'manual' });
		await say('营业时间');
		await say('几点开门');
		await flow.settled();
		expect(flow.runs.map(({ Answered = [] }) => Answered.length)).toEqual([1, 1]);
	});

	it('leave everything else to the workflow', async () => {
		const flow = await host([HOURS]);
		expect(await say('几点开门最合适')).toEqual({ kind: 'acknowledged' });
		expect(await say('', { MsgType: 'image', PicUrl: 'http://a', MediaId: 'm' })).toEqual({
			kind: 'acknowledged',
		});
		const { messages, answered } = await nextRun(flow);
		expect(messages).toHaveLength(3);
		expect(answered).toEqual([]);
	});

	it('give the same answer to a message that comes again, and record it once', async () => {
		const flow = await host([HOURS]);
		const again = { MsgId: '77', CreateTime: 1 };
		const first = await say('营业时间', again);
		expect(first).toMatchObject({ kind: 'reply' });
		expect(await say('营业时间', again)).toEqual(first);
		expect((await nextRun(flow)).answered).toHaveLength(1);
	});

	it('can be a picture or an article; the first row that matches is the one', async () => {
		account.state.media.set('MAP', { contentType: 'image/png', data: Buffer.from('map') });
		await host([
			{ match: 'contains', words: '地图', replyType: 'image', mediaId: 'MAP' },
			{
				match: 'startsWith',
				words: '活动',
				replyType: 'news',
				title: '春茶节',
				description: '',
				picUrl: 'https://example.com/a.jpg',
				url: 'https://example.com/a',
			},
			{ match: 'contains', words: '活动', text: '晚了' },
		]);
		expect(await say('有停车地圖吗')).toMatchObject({ content: { mediaId: 'MAP' } });
		expect(await say('活动：什么时候')).toMatchObject({
			content: { articles: [{ Title: '春茶节', Url: 'https://example.com/a' }] },
		});
		expect(await say('有什么活动')).toMatchObject({ content: { content: '晚了' } });
	});

	it('send what is written, and evaluate nothing of it nor of the follower', async () => {
		const text = '{{ $json.Content }} {{ 1 + 1 }}';
		const flow = await host([{ match: 'contains', words: '价', text }]);
		expect(await say('={{ $env.HOME }} 价')).toMatchObject({ content: { content: text } });
		expect((await nextRun(flow)).answered).toMatchObject([{ Content: '={{ $env.HOME }} 价' }]);
	});

	it('answer any other text by one row, but not the wish to get no messages', async () => {
		const flow = await host([OTHER, HOURS]);
		expect(await say('随便聊聊')).toMatchObject({ content: { content: OTHER.text } });
		expect(await say('营业时间')).toMatchObject({ content: { content: HOURS.text } });
		expect(await say('请帮我退订，谢谢')).toEqual({ kind: 'acknowledged' });
		expect(await say('【收到不支持的消息类型，暂无法显示】')).toEqual({ kind: 'acknowledged' });
		const { messages, answered } = await nextRun(flow);
		expect(answered).toHaveLength(2);
		expect(messages).toMatchObject([{ Content: '请帮我退订，谢谢' }, {}, { Event: 'subscribe' }]);
	});

	it('leave to the workflow what a person has to see, if it takes texts', async () => {
		const refunds = { match: 'contains', words: '退款', text: '退款三天到账' };
		const urgent = ['不想活了', '孩子吃了你们的蛋糕上吐下泻，我要退款'];
		const flow = await host([refunds, OTHER]);
		for (const text of urgent) expect(await say(text)).toEqual({ kind: 'acknowledged' });
		expect(await say('怎么退款')).toMatchObject({ content: { content: refunds.text } });
		await flow.settled();
		const messages = flow.runs.flatMap((run) => run.Message ?? []);
		expect(messages.map(({ json }) => json.Content)).toEqual(urgent);

		await host([refunds, OTHER], { triggerOn: ['event.subscribe'] });
		expect(await say('不想活了')).toMatchObject({ content: { content: OTHER.text } });
	});

	it('leave to the workflow what its text filter asks for, unless a row has the words', async () => {
		const filter = { textCondition: 'startsWith', text: '投稿' };
		const flow = await host([OTHER, { ...HOURS, words: '投稿规则' }], filter);
		expect(await say('投稿：春天')).toEqual({ kind: 'acknowledged' });
		expect(await say('投稿规则')).toMatchObject({ content: { content: HOURS.text } });
		expect(await say('你好')).toMatchObject({ content: { content: OTHER.text } });
		await flow.settled();
		expect(flow.runs.flatMap((run) => run.Message ?? [])).toMatchObject([
			{ json: { Content: '投稿：春天' } },
		]);
	});

	it('answer whatever starts the workflow, but only people whose messages count', async () => {
		const parameters = { triggerOn: ['event.subscribe'], options: { senders: 'oB,oZ' } };
		const flow = await host([HOURS], parameters);
		expect(await say('营业时间')).toEqual({ kind: 'acknowledged' });
		expect(await say('营业时间', { FromUserName: 'oB' })).toMatchObject({ kind: 'reply' });
		expect((await nextRun(flow)).answered).toHaveLength(1);
	});

	it('are not answered again by a WeChat Reply that both outputs lead to', async () => {
		const follower = account.state.addFollower('oA');
		account.state.allow(follower, 5, 60_000);
		const reply = {
			name: 'Reply',
			type: 'weChatReply',
			parameters: { replyType: 'text', text: '=收到：{{ $json.Content }}' },
		};
		const nodes = [...NODES, reply];
		const both = {
			...CONNECTIONS,
			Message: { main: [to('Reply')] },
			Answered: { main: [to('Reply')] },
		};
		const flow = await host([HOURS], {}, { nodes, connections: both });
		await say('营业时间');
		expect(await say('你好')).toMatchObject({ content: { content: '收到：你好' } });
		await flow.settled();
		const sent = flow.runs.flatMap((run) => run.Reply ?? []).map(({ json }) => json);
		expect(sent).toEqual(
			expect.arrayContaining([
				{ openId: 'oA', kind: 'text', replyType: 'none', sentAs: 'none' },
				expect.objectContaining({ sentAs: 'passiveReply' }),
			]),
		);
		expect(follower.inbox.map(({ via }) => via)).toEqual(['passive', 'passive']);
	});

	describe('of an entrance that forwards', () => {
		const entrance = async (rows: object[], isLast = false) => {
			const text = '游戏开始';
			const node = { name: 'Reply', type: 'weChatReply', parameters: { replyType: 'text', text } };
			const game = await host([], { textCondition: 'equals', text: '游戏' }, {
				nodes: [node],
				connections: { Trigger: { main: [to('Reply')] } },
			} as never);
			const target = [{ to: game.url, name: 'Game', isLast }];
			const hub = await host(rows, { options: { forwardTo: { target } } });
			return { game, hub };
		};

		it('wait with the answer to any other text until no one else replies', async () => {
			const { game, hub } = await entrance([OTHER]);
			expect(await say('游戏')).toMatchObject({ content: { content: '游戏开始' } });
			expect(await say('你好')).toMatchObject({ content: { content: OTHER.text } });
			expect((await nextRun(hub)).answered).toMatchObject([{ Content: '你好' }]);
			expect(game.runs).toHaveLength(1);
		});

		it('do not ask who is asked only if no other replies', async () => {
			const { game, hub } = await entrance([{ ...HOURS, words: '游戏' }], true);
			expect(await say('游戏')).toMatchObject({ content: { content: HOURS.text } });
			await hub.settled();
			expect(game.runs).toEqual([]);
		});
	});
});
