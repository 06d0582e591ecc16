import { action, trigger } from './lib/nodes';
import { startModel, type ScriptedModel, type Turn } from './lib/model';
import { until } from './lib/n8n';
import { CREDENTIAL, flow, useScene } from './lib/scene';
import type { FlowNode } from './lib/flow';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

describe('an AI agent', () => {
	const scene = useScene();

	/** An agent behind the trigger, with the scripted model and its tools. */
	const agent = async (
		model: ScriptedModel,
		tools: FlowNode[],
		toolFor: Record<string, string>,
		before?: FlowNode,
	) => {
		const openAi = await scene.n8n.addCredential('openAiApi', 'Scripted model', {
			apiKey: 'none',
			url: model.url,
		});
		const workflow = flow('Agent', [
			trigger({ triggerOn: ['text'] }),
			{
				name: 'Agent',
				type: `${LANGCHAIN}.agent`,
				typeVersion: 3.1,
				parameters: {
					promptType: 'define',
					text: '={{ $json.Content }}',
					options: { enableStreaming: false },
				},
			},
			{
				name: 'Model',
				type: `${LANGCHAIN}.lmChatOpenAi`,
				typeVersion: 1.2,
				parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
				credentials: { openAiApi: { id: openAi, name: 'Scripted model' } },
			},
			...(before ? [before] : []),
			...tools,
		]);
		const as = (type: string, node: string) => ({ [type]: [[{ node, type, index: 0 }]] });
		const wired = Object.entries(toolFor).map(([tool, user]) => [tool, as('ai_tool', user)]);
		return await scene.publish({
			...workflow,
			connections: {
				Trigger: as('main', before?.name ?? 'Agent'),
				...(before ? { [before.name]: as('main', 'Agent') } : {}),
				Model: as('ai_languageModel', 'Agent'),
				...(Object.fromEntries(wired) as object),
			},
		});
	};

	const writeTool = (): FlowNode => ({
		...action('customerServiceMessage', 'sendText', {
			openId: "={{ $('Trigger').item.json.FromUserName }}",
			text: "={{ $fromAI('text', 'What to write to the follower') }}",
			toolDescription: 'Writes to the follower',
		}),
		name: 'Write to follower',
		type: 'n8n-nodes-wechat-engagement.weChatOfficialAccountTool',
		credentials: { [CREDENTIAL]: { name: 'WeChat account' } },
	});

	const words = { text: '您好，本月全场八折。' };
	const script = (input: Record<string, unknown>): Turn[] => [
		{ tool: 'Write_to_follower', input },
		{ text: '已回复。' },
	];
	const inbox = (openId: string) =>
		JSON.stringify(scene.simulator.platform.state.followers.get(openId)?.inbox);

	let model: ScriptedModel | undefined;
	afterEach(async () => await model?.close());

	beforeEach(async () => {
		await scene.connect();
		const { state } = scene.simulator.platform;
		for (const openId of ['oA', 'oStaff']) state.allow(state.addFollower(openId), 5, 3_600_000);
	});

	it('uses the node as its tool', async () => {
		model = await startModel(script(words));
		const published = await agent(model, [writeTool()], { 'Write to follower': 'Agent' });
		await published.say('oA', '这个月有什么优惠？');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1, 40_000);
		expect(execution?.error?.message).toBeUndefined();
		expect(inbox('oA')).toContain('您好，本月全场八折。');
		expect(execution?.items.Agent?.[0]?.json.output).toBe('已回复。');
		expect(JSON.stringify(model.requests[0])).toContain('What to write to the follower');
	});

	it.each([
		['the trigger', undefined],
		[
			'a node that keeps nothing of the message',
			{
				name: 'Prepare',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{ id: '1', name: 'Content', value: '={{ $json.Content }}', type: 'string' },
						],
					},
					options: {},
				},
			},
		],
	])('fault 1.18: replies to the message that started it, behind %s', async (_what, before) => {
		const replyTool: FlowNode = {
			name: 'Reply to follower',
			type: 'n8n-nodes-wechat-engagement.weChatReplyTool',
			typeVersion: 1,
			parameters: {
				replyType: 'text',
				text: "={{ $fromAI('text', 'What to reply') }}",
				toolDescription: 'Replies to the follower',
			},
			credentials: { [CREDENTIAL]: { name: 'WeChat account' } },
		};
		model = await startModel([{ tool: 'Reply_to_follower', input: words }, { text: '已回复。' }]);
		const wiring = { 'Reply to follower': 'Agent' };
		const published = await agent(model, [replyTool], wiring, before);
		await published.say('oA', '这个月有什么优惠？');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1, 40_000);
		expect(execution?.error?.message).toBeUndefined();
		expect(JSON.stringify(model.requests[1])).not.toContain('no WeChat message');
		expect(inbox('oA')).toContain('您好，本月全场八折。');
	});

	it('asks a person by the node before it acts', async () => {
		model = await startModel(script({ toolParameters: words, hitlParameters: {} }));
		const review: FlowNode = {
			...action('customerServiceMessage', 'sendAndWait', {
				openId: 'oStaff',
				message: '=智能助手想回复：{{ JSON.stringify($tool.parameters) }}',
				responseType: 'approval',
			}),
			name: 'Ask staff',
			type: 'n8n-nodes-wechat-engagement.weChatOfficialAccountHitlTool',
			credentials: { [CREDENTIAL]: { name: 'WeChat account' } },
		};
		const published = await agent(model, [writeTool(), review], {
			'Write to follower': 'Ask staff',
			'Ask staff': 'Agent',
		});
		await published.say('oA', '这个月有什么优惠？');
		const link = await until('a person is asked', async () =>
			Promise.resolve(/href=\\"([^"\\]+)/.exec(inbox('oStaff'))?.[1]),
		);
		expect(inbox('oStaff')).toContain('您好，本月全场八折。');
		expect(inbox('oA')).not.toContain('八折');
		await fetch(link, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }) });
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1, 40_000);
		expect(execution?.error?.message).toBeUndefined();
		expect(inbox('oA')).toContain('您好，本月全场八折。');
	});

	it('looks up answers, judges a text and asks for the way of an activity with engagement nodes', async () => {
		const tool = (name: string, type: string, parameters: FlowNode['parameters']): FlowNode => ({
			name,
			type: `n8n-nodes-wechat-engagement.${type}Tool`,
			typeVersion: 1,
			parameters: { toolDescription: name, ...parameters },
		});
		const lookUp = tool('Look up an answer', 'weChatKeywordRouter', {
			operation: 'route',
			text: "={{ $fromAI('text', 'What the follower asks') }}",
			keepRecordsIn: 'items',
			keywordsFrom: 'table',
			keywordTable: { row: [{ keyword: '运费', level: 'function', reply: '满 99 元包邮。' }] },
		});
		const judge = tool('Judge a text', 'weChatTextInsight', {
			operation: 'analyze',
			text: "={{ $fromAI('text', 'The text') }}",
		});
		const check = tool('Check activity rules', 'weChatActivity', {
			resource: 'compliance',
			operation: 'check',
			text: "={{ $fromAI('text', 'Text of the activity') }}",
		});
		model = await startModel([
			{ tool: 'Look_up_an_answer', input: { text: '邮费怎么算' } },
			{ tool: 'Judge_a_text', input: { text: '太失望了，再也不买了' } },
			{ tool: 'Check_activity_rules', input: { text: '转发朋友圈即可参加抽奖' } },
			{ text: '满 99 元包邮。' },
		]);
		const tools = [lookUp, judge, check];
		const wiring = Object.fromEntries(tools.map(({ name }) => [name, 'Agent']));
		const published = await agent(model, tools, wiring);
		await published.say('oA', '邮费怎么算');
		const [execution] = await scene.n8n.waitForExecutions(published.id, 1, 40_000);
		expect(execution?.error?.message).toBeUndefined();
		const heard = model.requests.map((request) => JSON.stringify(request));
		expect(heard[1]).toContain('满 99 元包邮。');
		expect(heard[2]).toContain('negative');
		expect(heard[3]).toContain('sharing');
	});
});
