import type { IDataObject } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { runNode } from '../../harness/engine';

describe('a node as the tool of an agent', () => {
	const account = useAccount();
	const item: IDataObject = {
		Content: '你们几点关门',
		FromUserName: 'oSecret',
		toolCallId: 'call_1',
		wechat: { kind: 'text', openId: 'oSecret', dedupeKey: 'oSecret:1', text: '你们几点关门' },
	};
	const run = async (type: string, parameters: IDataObject) => {
		const { run: ran, error } = await runNode(
			{ type, parameters: parameters as never },
			[item],
			account.credentials,
		);
		expect(error).toBeUndefined();
		const main = ran.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
		return main.flatMap((list) => (list ?? []).map(({ json }) => json));
	};

	it.each([
		['weChatKeywordRouterTool', { operation: 'route' }, 'reply'],
		['weChatTextInsightTool', { operation: 'analyze' }, 'insight'],
		['weChatSlaTool', { operation: 'openCase' }, 'case'],
	])('tells the model what %s has found, and not who the follower is', async (type, given, has) => {
		const [json] = await run(type, given);
		expect(Object.keys(json ?? {})).toContain(has);
		for (const name of Object.keys(item)) expect(json).not.toHaveProperty(name);
	});

	it('gives everything where it is no tool', async () => {
		const [json] = await run('weChatKeywordRouter', { operation: 'route' });
		expect(json).toMatchObject(item);
	});
});
