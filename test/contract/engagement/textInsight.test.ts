import type { IDataObject } from 'n8n-workflow';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

const NOW = '2026-11-24T09:00:00+08:00';
const DAY_MS = 86_400_000;

async function run(
	items: IDataObject[],
	parameters: IDataObject = {},
	onError?: NodeSpec['onError'],
) {
	const spec = { name: 'Subject', type: 'weChatTextInsight', parameters, onError } as NodeSpec;
	const result = await runWorkflow(
		[toNode(spec)],
		items.map((json) => ({ json })),
		await testCredentials({}),
	);
	const main = result.run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error: result.error, outputs: main.map((list) => list ?? []) };
}

const insightOf = (json: IDataObject | undefined) => json?.insight as IDataObject;
const LABELLED = Array.from({ length: 30 }, (_, at) => ({
	text: at % 2 ? `第${at}次，太棒了` : `第${at}次，太差了`,
	label: at % 2 ? 'positive' : 'negative',
}));

describe('WeChat Text Insight: analyze', () => {
	it('sends each item with its insight to the output of its mood', async () => {
		const { outputs } = await run([
			{ content: '服务很好，非常满意', userCommentId: '7' },
			{ Content: '这个多少钱？' },
			{ text: '质量太差了，再也不会来了' },
		]);
		expect(outputs.map((list) => list.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }],
			[{ item: 1 }],
			[{ item: 2 }],
			[],
			[],
		]);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			content: '服务很好，非常满意',
			userCommentId: '7',
			insight: { sentiment: 'positive', intent: 'praise', urgency: 'low', followUps: ['thank'] },
		});
		expect(insightOf(outputs[0]?.[0]?.json).polarity).toBeGreaterThan(0.8);
	});

	it('sends what cannot wait to Urgent, whatever its mood', async () => {
		const items = [{ text: '喝了你们的茶住院了' }, { text: '不想活了' }, { text: '会员号12345' }];
		const { outputs } = await run(items);
		expect(outputs.map((list) => list.length)).toEqual([0, 1, 0, 0, 2]);
		const insights = outputs[4]?.map(({ json }) => insightOf(json));
		expect(insights).toMatchObject([
			{ urgency: 'high', urgencyKinds: ['safety'] },
			{
				urgencyKinds: ['selfHarm'],
				followUps: ['careForPerson', 'handToPerson'],
				sensitiveWords: [{ category: 'selfHarm' }],
			},
		]);
	});

	it('sends what it is not sure about to Unsure, by the threshold', async () => {
		const items = [{ text: '服务很好，非常满意' }, { text: '太差了' }];
		const all = await run(items, { options: { unsureBelow: 1 } });
		expect(all.outputs.map((list) => list.length)).toEqual([0, 0, 0, 2, 0]);
		const none = await run(items, { options: { unsureBelow: 0 } });
		expect(none.outputs.map((list) => list.length)).toEqual([1, 0, 1, 0, 0]);
	});

	it('masks contact data, and finds the words of the operator', async () => {
		const items = [{ text: '打我电话13812345678，不买竞品' }];
		const options = { sensitiveWords: 'competitor: 竞品\n电话', builtInSensitiveWords: false };
		const { outputs } = await run(items, { options: { ...options, unsureBelow: 0 } });
		expect(insightOf(outputs.flat()[0]?.json)).toMatchObject({
			contacts: [{ type: 'mobile', value: '138****5678' }],
			sensitiveWords: expect.arrayContaining([
				{ word: '竞品', category: 'competitor' },
				{ word: '电话', category: 'own' },
			]),
		});
		const open = await run(items, { options: { maskContacts: false } });
		expect(insightOf(open.outputs.flat()[0]?.json).contacts).toEqual([
			{ type: 'mobile', value: '13812345678' },
		]);
	});

	it('takes the text from where an expression points', async () => {
		const { outputs } = await run([{ note: '太差了', text: '很好' }], {
			text: '={{ $json.note }}',
		});
		expect(outputs.map((list) => list.length)).toEqual([0, 0, 1, 0, 0]);
		const { error } = await run([{ text: '很好' }], { text: '={{ $json.note }}' });
		expect(error?.message).toContain("[Item 1] 'Text' is empty");
	});

	it.each([
		['a voice that was not recognized', { MsgType: 'voice', MediaId: 'm' }, {}],
		['a voice without words', { MsgType: 'voice', Recognition: '' }, {}],
		['a voice, with a field named', { MsgType: 'voice' }, { text: '={{ $json.Recognition }}' }],
		['an empty text', { text: '' }, {}],
		['a message of the trigger', { Content: '【', wechat: { kind: 'text', text: '' } }, {}],
	])('fault 1.6: %s is neutral', async (_, item, parameters) => {
		const { outputs, error } = await run([item], parameters);
		expect(error).toBeUndefined();
		expect(outputs.map((list) => list.length)).toEqual([0, 1, 0, 0, 0]);
		expect(insightOf(outputs[1]?.[0]?.json)).toMatchObject({
			sentiment: 'neutral',
			urgency: 'low',
		});
	});

	it('fault 1.6: judges what was said in a voice', async () => {
		const { outputs } = await run([{ MsgType: 'voice', Recognition: '太难吃了，差评。' }]);
		expect(outputs.map((list) => list.length)).toEqual([0, 0, 1, 0, 0]);
	});

	it('judges 10,000 items', async () => {
		const items = Array.from({ length: 10_000 }, (_, at) => ({
			text: at % 2 ? `第${at}单很好吃` : `第${at}单太难吃了`,
		}));
		const { outputs } = await run(items);
		expect(outputs.map((list) => list.length)).toEqual([5_000, 0, 5_000, 0, 0]);
		expect(outputs[2]?.[4_999]?.pairedItem).toEqual({ item: 9_998 });
	});

	it.each<[string, IDataObject[], IDataObject, string]>([
		['no text', [{ text: '好' }, { other: 1 }], {}, "[Item 2] 'Text' is empty"],
		['a list as text', [{ text: ['好'] }], {}, "[Item 1] 'Text' is not a text"],
		['a wrong model', [{ text: '好' }], { model: 'x' }, "'Model' is not a model of this node"],
		['a wrong threshold', [{ text: '好' }], { unsureBelow: 60 }, "'Unsure Below' is 60"],
	])('names field and item: %s', async (_, items, options, message) => {
		const { error } = await run(items, { options });
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
	});

	it('goes on with the others when it is set to; what failed comes out on Unsure', async () => {
		const { outputs } = await run([{}, { text: '很好吃' }], {}, 'continueRegularOutput');
		expect(outputs.map((list) => list.length)).toEqual([1, 0, 0, 1, 0]);
		expect(outputs[3]?.[0]).toMatchObject({
			json: { error: expect.stringContaining("'Text' is empty") },
			pairedItem: { item: 0 },
		});
	});
});

describe('WeChat Text Insight: hot words', () => {
	const at = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS).toISOString();
	const parameters = { operation: 'hotWords', options: { now: NOW } };
	const rows = [
		...Array.from({ length: 9 }, (_, n) => ({ text: `第${n}次退款还没到`, at: at(1) })),
		...Array.from({ length: 20 }, (_, n) => ({ text: `第${n}次发货很快`, at: at(10 + n) })),
		...Array.from({ length: 5 }, (_, n) => ({ text: `第${n}次发货很快`, at: at(2) })),
	];

	it('gives one row per word, to be stored, compared with the time before', async () => {
		const { outputs } = await run([...rows, { text: '', at: at(1) }, {}], parameters);
		expect(outputs).toHaveLength(1);
		const [first, second] = outputs[0] ?? [];
		expect(first?.json).toEqual({
			key: '2026-11-17|2026-11-24|退款',
			word: '退款',
			count: 9,
			documents: 9,
			backgroundCount: 0,
			score: expect.any(Number),
			isNew: false,
			examples: '第0次退款还没到 | 第1次退款还没到 | 第2次退款还没到',
			periodStart: '2026-11-17T01:00:00.000Z',
			periodEnd: '2026-11-24T01:00:00.000Z',
		});
		expect(first?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(Number(first?.json.score)).toBeGreaterThan(Number(second?.json.score));
	});

	it('looks at all texts, without a time, when the period is 0', async () => {
		const { outputs } = await run(
			rows.map(({ text }) => ({ text })),
			{ ...parameters, periodDays: 0 },
		);
		expect(outputs[0]?.map(({ json }) => json.word)).toEqual(
			expect.arrayContaining(['退款', '发货']),
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			periodStart: null,
			key: expect.stringMatching(/^all\|2026-11-24\|/),
		});
	});

	it.each<[string, IDataObject[], IDataObject, string]>([
		['no column', [...rows, { content: '好' }], {}, "[Item 35] 'text' is missing"],
		['no time', [{ text: '好', at: '昨天' }], {}, "[Item 1] 'at' is not a time"],
		['no column name', rows, { textColumn: ' ' }, "'Text Column' is empty"],
		['a wrong now', rows, { options: { now: 'soon' } }, "'Now' is not a time"],
	])('names field and item: %s', async (_, items, more, message) => {
		const { error } = await run(items, { ...parameters, ...more });
		expect(error?.message).toContain(message);
	});
});

describe('WeChat Text Insight: train', () => {
	const parameters = { operation: 'train', modelKey: 'comments', options: { now: NOW } };

	it('gives one row with the model and its figures, which analyze takes', async () => {
		const { outputs } = await run(LABELLED, parameters);
		const [row, ...others] = outputs[0] ?? [];
		expect(others).toEqual([]);
		expect(row?.json).toEqual({
			key: 'comments',
			model: expect.stringContaining('weChatTextInsight/1'),
			examples: 30,
			accuracy: expect.any(Number),
			macroF1: expect.any(Number),
			majorityShare: 0.5,
			shippedAccuracy: expect.any(Number),
			decides: 'sentiment',
			labels: 'negative, positive',
			trainedAt: '2026-11-24T01:00:00.000Z',
		});
		expect(row?.pairedItem).toHaveLength(30);
		const judged = await run([{ text: '太差了' }], { options: { model: row?.json.model } });
		expect(judged.outputs[2]).toHaveLength(1);
	});

	it.each<[string, IDataObject[], string]>([
		['no label', [{ text: '好' }], "[Item 1] 'label' is missing"],
		['one label', [{ text: '好', label: 'a' }], "'Label' has only one value"],
		['no rows', [{}], "'Label' has no value"],
	])('names field and item: %s', async (_, items, message) => {
		const { error } = await run(items, parameters);
		expect(error?.message).toContain(message);
	});

	it('gives an error item when it is set to go on', async () => {
		const { outputs } = await run([{ text: '好' }], parameters, 'continueRegularOutput');
		expect(outputs[0]?.[0]?.json.error).toContain("'label' is missing");
	});
});
