import { useScene } from './lib/scene';
import type { Execution } from './lib/n8n';

type Json = Record<string, unknown>;

const ITEMS = 10_000;
const NOW = '2026-11-24T09:00:00+08:00';

/** A node that makes the items; `code` gives the fields of the one with number `n`. */
const source = (name: string, count: number, code: string): Json => ({
	name,
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: {
		jsCode: `return Array.from({ length: ${count} }, (_, n) => ({ json: ${code} }));`,
	},
});

const LIBRARY = `[
	{ key: 'price', keyword: '价格', level: 'function', variants: '多少钱', reply: '16元起' },
	{ key: 'refund', keyword: '退款', level: 'function', reply: '7天内可退' },
][n]`;

interface Case {
	node: string;
	parameters: Json;
	/** Fields of an item of the first input, in JavaScript; `n` is its number. */
	items: string;
	/** The same for the second input. */
	rows?: { count: number; code: string };
	/** Items that come out, by output. */
	outputs: number[];
	bad: { items: string; message: string };
}

const CASES: Case[] = [
	{
		node: 'weChatKeywordRouter',
		parameters: { operation: 'route', keepRecordsIn: 'items', keywordsFrom: 'input' },
		items: "{ text: n % 2 ? '这个多少钱呀' : '怎么退款', openId: 'o' + n, key: 'k' + n }",
		rows: { count: 2, code: LIBRARY },
		outputs: [ITEMS, 0, 0, ITEMS],
		bad: { items: "n === 1 ? { openId: 'o' } : { text: '你好' }", message: '[Item 2]' },
	},
	{
		node: 'weChatTextInsight',
		parameters: { operation: 'analyze' },
		items: "{ content: n % 2 ? '太好喝了，还会再来！' : '味道很差，再也不买了' }",
		outputs: [ITEMS / 2, 0, ITEMS / 2, 0, 0],
		bad: { items: "n === 1 ? { openId: 'o' } : { content: '好' }", message: "[Item 2] 'Text'" },
	},
	{
		node: 'weChatActivity',
		parameters: {
			resource: 'checkIn',
			operation: 'record',
			activityId: 'daily',
			keepRecordsIn: 'items',
		},
		items: "{ openId: 'o' + n, key: 'k' + n, text: '签到', at: '2026-11-24T08:00:00+08:00' }",
		outputs: [ITEMS, ITEMS],
		bad: {
			items: "{ openId: n === 1 ? '' : 'o', key: 'k' + n, at: '2026-11-24T08:00:00+08:00' }",
			message: "[Item 2] 'openId'",
		},
	},
	{
		node: 'weChatSla',
		parameters: { operation: 'calculateDeadline', businessHours: 'always' },
		items: "{ start: '2026-11-24T08:00:00+08:00', tier: n % 2 ? 'vip' : 'question' }",
		outputs: [ITEMS],
		bad: {
			items: "{ start: n === 1 ? 'yesterday' : '2026-11-24T08:00:00+08:00', tier: 'vip' }",
			message: '[Item 2]',
		},
	},
	{
		node: 'weChatSegment',
		parameters: { operation: 'score', keepRecordsIn: 'items' },
		items: "{ key: 'k' + n, openId: 'o' + (n % 500), kind: 'text', at: 1795568400000 - n * 60000 }",
		outputs: [0, 500, 0, 0, 500],
		bad: {
			items: "{ openId: 'o', kind: 'text', at: n === 1 ? 'soon' : 1795568400000 }",
			message: "'at'",
		},
	},
	{
		node: 'weChatMetrics',
		parameters: { operation: 'calculate' },
		items: "{ key: 'k' + n, openId: 'o' + (n % 500), kind: 'text', at: 1795482000000 + n }",
		outputs: [],
		bad: {
			items: "{ openId: 'o', kind: 'text', at: n === 1 ? 'soon' : 1795482000000 }",
			message: "'at'",
		},
	},
	{
		node: 'weChatRecommend',
		parameters: { operation: 'recommend', historyFrom: 'json', history: '[]' },
		items: "{ openId: 'o' + n, tags: n % 2 ? '绿茶' : '红茶' }",
		rows: {
			count: 4,
			code: "{ itemId: 'i' + n, title: '文章' + n, tags: n % 2 ? '绿茶' : '红茶', publishedAt: '2026-11-20' }",
		},
		outputs: [ITEMS, 0, ITEMS * 3],
		bad: { items: "n === 1 ? { tags: '绿茶' } : { openId: 'o' }", message: "[Item 2] 'openId'" },
	},
];

describe('the engagement nodes in a real n8n', () => {
	const scene = useScene();

	const run = async (
		{ node, parameters, rows }: Case,
		count: number,
		items: string,
	): Promise<Execution> => {
		const main = (target: string, index: number) => ({
			main: [[{ node: target, type: 'main', index }]],
		});
		const sources = [source('Items', count, items)];
		if (rows) sources.push(source('Rows', rows.count, rows.code));
		const nodes: Json[] = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			...sources,
			{
				name: 'Subject',
				type: `n8n-nodes-wechat-engagement.${node}`,
				typeVersion: 1,
				parameters: { ...parameters, options: { now: NOW } },
			},
		];
		const id = await scene.n8n.importWorkflow(
			{
				name: node,
				nodes: nodes.map((each, position) => ({
					id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
					position: [position * 220, 0],
					...each,
				})),
				connections: {
					Start: { main: [sources.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
					Items: main('Subject', 0),
					...(rows ? { Rows: main('Subject', 1) } : {}),
				},
				settings: { executionOrder: 'v1' },
			},
			{},
		);
		return await scene.n8n.runByHand(id, 'Start');
	};

	it.each(CASES.map((each): [string, Case] => [each.node, each]))(
		'%s takes 10,000 items',
		async (_, given) => {
			const { status, outputs, error } = await run(given, ITEMS, given.items);
			expect([status, error?.message]).toEqual(['success', undefined]);
			const counts = (outputs.Subject ?? []).map((list) => list.length);
			if (given.outputs.length > 0) expect(counts).toEqual(given.outputs);
			else expect(counts[0]).toBeGreaterThan(10);
		},
	);

	it.each(CASES.map((each): [string, Case] => [each.node, each]))(
		'%s names the item and the field that it cannot use',
		async (_, given) => {
			const { status, error } = await run(given, 3, given.bad.items);
			expect(status).toBe('error');
			expect(error?.message).toContain(given.bad.message);
			expect(error?.description).toBeTruthy();
		},
	);
});
