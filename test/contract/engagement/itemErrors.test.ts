import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

interface Case {
	type: string;
	parameters?: INodeParameters;
	items: [good: IDataObject, bad: IDataObject];
	/** Items of the second input. */
	known?: IDataObject[];
}

const AT = '2026-11-24T09:00:00+08:00';
const article = {
	itemId: 'a',
	title: '龙井',
	tags: '茶',
	publishedAt: AT,
	url: 'https://example.com',
};

/** Each second item cannot be read. */
const CASES: Case[] = [
	{
		type: 'weChatActivity',
		parameters: {
			resource: 'lottery',
			operation: 'enter',
			activityId: 'A',
			keepRecordsIn: 'items',
		},
		items: [
			{ openId: 'oA', key: '1', at: AT },
			{ key: '2', at: AT },
		],
	},
	{
		type: 'weChatMetrics',
		items: [
			{ key: '1', openId: 'oA', kind: 'message', at: AT },
			{ key: '2', openId: 'oB', kind: 'message', at: 'tomorrow' },
		],
	},
	{
		type: 'weChatRecommend',
		items: [{ openId: 'oA' }, { name: '没有 OpenID' }],
		known: [article],
	},
	{
		type: 'weChatSegment',
		parameters: { operation: 'score', keepRecordsIn: 'items' },
		items: [
			{ key: '1', openId: 'oA', kind: 'message', at: AT },
			{ key: '2', kind: 'message', at: AT },
		],
	},
	{
		type: 'weChatSla',
		parameters: { operation: 'evaluate' },
		items: [
			{ key: '1', caseId: 'A', openId: 'oA', kind: 'userMessage', at: AT },
			{ key: '2', caseId: 'B', openId: 'oB', kind: 'userMessage', at: 'soon' },
		],
	},
	{
		type: 'weChatKeywordRouter',
		parameters: { operation: 'learn', keywordsFrom: 'input' },
		items: [{ at: AT, text: '多少钱' }, { text: '没有时间' }],
	},
	{
		type: 'weChatTextInsight',
		parameters: { operation: 'hotWords', textColumn: 'content', timeColumn: 'at' },
		items: [
			{ content: '很好喝', at: AT },
			{ content: '很好喝', at: 'soon' },
		],
	},
	{ type: 'weChatTextInsight', items: [{ content: '很好喝' }, { content: { text: '很好喝' } }] },
];

async function runCase(
	{ type, parameters, items, known = [] }: Case,
	onError?: NodeSpec['onError'],
) {
	const node = toNode({ name: 'Subject', type, parameters, onError });
	const toItems = (rows: IDataObject[]) => rows.map((json) => ({ json }));
	const { run, error } = await runWorkflow([node], toItems(items), await testCredentials({}), {
		moreInputs: [toItems(known), []],
	});
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error, given: main.flatMap((list) => list ?? []) };
}

describe('fault 6: all nodes treat an item that fails in one way', () => {
	it.each(CASES)('$type ends the run and names the item', async (given) => {
		const { error } = await runCase(given);
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.context?.itemIndex).toBe(1);
		expect(error?.description).toBeTruthy();
	});

	it.each(CASES)('$type goes on where it is set to, with an error item', async (given) => {
		const { error, given: items } = await runCase(given, 'continueRegularOutput');
		expect(error).toBeUndefined();
		const failed = items.filter(({ json }) => 'error' in json);
		expect(failed).toHaveLength(1);
		expect(failed[0]).toEqual({
			json: { error: expect.any(String), details: { description: expect.any(String) } },
			pairedItem: { item: 1 },
		});
	});

	it.each(CASES)('$type says so when there is no such operation', async ({ type, items }) => {
		const parameters = { operation: 'dance', resource: 'lottery' };
		const { error } = await runCase({ type, parameters, items });
		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(/operation 'dance'.* is not available/);
	});
});
