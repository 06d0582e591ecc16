import type { IConnections } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { keysFor, testCredentials } from '../harness/engine';
import { hostFlow, type HostedFlow } from '../harness/triggers';
import { push } from '../simulator/push';

const TEXT = { FromUserName: 'oA', MsgType: 'text', Content: '有什么优惠？' };

describe('fault 1.18: WeChat Reply as the tool of an agent', () => {
	const account = useAccount();
	let flow: HostedFlow | undefined;
	const to = (node: string, type = 'main') => ({ [type]: [[{ node, type, index: 0 }]] });

	/** A trigger, perhaps a node in between, an agent with the reply as its tool, and what follows. */
	const host = async (between: string | undefined, after?: string) => {
		const names = [...(between ? ['Between'] : []), 'Agent', ...(after ? ['After'] : [])];
		const nodes = [
			{ name: 'Trigger', type: 'weChatOfficialAccountTrigger' },
			{ name: 'Between', type: between ?? 'n8n-nodes-base.noOp' },
			{
				name: 'Agent',
				type: '@n8n/n8n-nodes-langchain.agent',
				parameters: { tool: 'Answer', arguments: { text: '本月八折' } },
			},
			{
				name: 'Answer',
				type: 'weChatReplyTool',
				parameters: { replyType: 'text', text: '={{ $json.text }}' },
			},
			{ name: 'After', type: 'weChatReply', parameters: { replyType: 'text', text: '还有' } },
		].filter(({ name }) => ['Trigger', 'Answer', ...names].includes(name));
		const chain = ['Trigger', ...names];
		const connections: IConnections = Object.fromEntries([
			...chain.slice(1).map((name, position) => [chain[position], to(name)]),
			['Answer', to('Agent', 'ai_tool')],
		]);
		const keys = keysFor(account.simulator.url, account.state.account);
		flow = await hostFlow(nodes as never, await testCredentials(keys), 'webhook', connections);
		account.state.callback.url = flow.url;
	};
	const said = async () => {
		const follower = account.state.addFollower('oA');
		await push(account.state, TEXT);
		await flow?.settled();
		return follower.inbox.map(({ via, content }) => [via, content]);
	};

	afterEach(async () => {
		await flow?.settled();
		await flow?.close();
	});

	it('replies to the message within the five seconds, behind the trigger', async () => {
		await host(undefined);
		expect(await said()).toEqual([['passive', { content: '本月八折' }]]);
	});

	it('replies behind a node that keeps nothing of the message', async () => {
		await host('test.emptyItem');
		expect(await said()).toEqual([['passive', { content: '本月八折' }]]);
	});

	it('lets a reply after the agent know that the message has been answered', async () => {
		await host(undefined, 'weChatReply');
		expect(await said()).toEqual(
			expect.arrayContaining([
				['passive', { content: '本月八折' }],
				['customerService', { content: '还有' }],
			]),
		);
	});
});
