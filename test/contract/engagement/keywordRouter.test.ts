import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { LONGEST_TEXT } from '../../../nodes/shared/text/longest';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

const NOW = '2026-11-24T09:00:00+08:00';

const LIBRARY: IDataObject[] = [
	{ key: 'price', keyword: '价格', level: 'function', variants: '多少钱', reply: '16元起' },
	{ key: 'longjing', keyword: '龙井', level: 'product', reply: '50克168元' },
	{ key: 'refund', keyword: '退款', level: 'function', reply: '7天内可退', cooldownMinutes: 10 },
	{ key: 'person', keyword: '人工', level: 'function', reply: '小青马上就来' },
];

interface Given {
	items: IDataObject[];
	library?: IDataObject[];
	hits?: IDataObject[];
	parameters?: INodeParameters;
	onError?: NodeSpec['onError'];
}

async function router({ items, library = LIBRARY, hits = [], parameters = {}, onError }: Given) {
	const { options, ...rest } = parameters;
	const node = toNode({
		name: 'Subject',
		type: 'weChatKeywordRouter',
		parameters: {
			keepRecordsIn: 'items',
			keywordsFrom: 'input',
			...rest,
			options: { now: NOW, ...(options as INodeParameters) },
		},
		onError,
	});
	const toItems = (rows: IDataObject[]) => rows.map((json) => ({ json }));
	const { run, error } = await runWorkflow([node], toItems(items), await testCredentials({}), {
		moreInputs: [toItems(library), toItems(hits)],
	});
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error, outputs: main.map((list) => list ?? []) };
}

const message = (Content: string, place = 1): IDataObject => ({
	Content,
	FromUserName: `o${place}`,
	MsgId: String(place),
	wechat: { kind: 'text', openId: `o${place}`, dedupeKey: `o${place}:${place}` },
});
const routeOf = (json: IDataObject | undefined) => json?.route as IDataObject | undefined;

describe('fault 1.9: a text longer than any that WeChat takes', () => {
	it.each([
		['particles, then a letter', `价格${'啊'.repeat(16_000)}x`, 'matched'],
		['a million digits', '7'.repeat(1_000_000), 'person'],
		['emoji, one of them across the limit', `价格a${'😀'.repeat(100_000)}`, 'matched'],
	])('%s: its beginning is answered and kept', async (_, text, status) => {
		const { outputs, error } = await router({ items: [message(text)] });
		expect(error).toBeUndefined();
		const routed = outputs.slice(0, 3).flat();
		expect(routed.map(({ json }) => routeOf(json)?.status)).toEqual([status]);
		// The message itself goes on as it came.
		expect(routed[0]?.json.Content).toBe(text);
		const kept = String(outputs[3]?.[0]?.json.text);
		expect(text.startsWith(kept)).toBe(true);
		expect(kept.length).toBeGreaterThan(LONGEST_TEXT - 2);
		expect(kept.length).toBeLessThanOrEqual(LONGEST_TEXT);
		expect(kept).not.toMatch(/\p{Cs}/u);
	});
});

describe('Route', () => {
	it('adds the route to the message and gives a row to store', async () => {
		const { outputs, error } = await router({ items: [message('请问多少钱呀？')] });
		expect(error).toBeUndefined();
		expect(outputs.map((list) => list.length)).toEqual([1, 0, 0, 1]);
		expect(outputs[0]?.[0]).toEqual({
			json: {
				...message('请问多少钱呀？'),
				reply: '16元起',
				route: {
					status: 'matched',
					level: 'function',
					keyword: '价格',
					keywordId: 'price',
					score: 2.8,
					why: 'exact',
					phrase: '多少钱',
					reason: '和“多少钱”一字不差',
					reply: '16元起',
					replyType: 'text',
					mediaId: '',
					answeredMinutesAgo: null,
					also: [],
					candidates: [],
					menu: [],
				},
			},
			pairedItem: { item: 0 },
		});
		expect(outputs[3]?.[0]).toEqual({
			json: {
				key: 'o1:1',
				openId: 'o1',
				at: '2026-11-24T01:00:00.000Z',
				text: '请问多少钱呀？',
				status: 'matched',
				keywordId: 'price',
				keyword: '价格',
				level: 'function',
				score: 2.8,
				why: 'exact',
			},
			pairedItem: { item: 0 },
		});
	});

	it('sends a wish for a person to a person, with the words of the library', async () => {
		const { outputs } = await router({
			items: [message('人工'), message('我要退款，转人工客服', 2), message('哈哈哈', 3)],
		});
		expect(outputs.map((list) => list.length)).toEqual([0, 0, 3, 3]);
		expect(outputs[2]?.map(({ json }) => routeOf(json)?.why)).toEqual([
			'askedForPerson',
			'askedForPerson',
			'nothingFound',
		]);
		expect(routeOf(outputs[2]?.[0]?.json)?.reply).toBe('小青马上就来');
		expect(routeOf(outputs[2]?.[1]?.json)).toMatchObject({
			keywordId: 'refund',
			reply: '好的，正在为您转接人工客服，请稍等～',
		});
	});

	it('offers candidates as text and as a menu, and takes the tap that comes back', async () => {
		const library = [
			{ key: 'a', keyword: '开票流程', questions: '电子发票在哪里下载', reply: '甲' },
			{ key: 'b', keyword: '课程表', questions: '今天的瑜伽课几点开始', reply: '乙' },
		];
		const { outputs } = await router({ library, items: [message('瑜伽课什么时间安排的')] });
		expect(outputs[1]).toHaveLength(1);
		const route = routeOf(outputs[1]?.[0]?.json);
		expect(route?.menu).toEqual([{ id: 'b', content: '课程表' }]);
		expect(route?.reply).toBe(
			'您是不是想问：\n1. <a href="weixin://bizmsgmenu?msgmenucontent=课程表&msgmenuid=b">课程表</a>\n都不是？回复“人工”，为您转接客服',
		);
		const tapped = { ...message('课程表'), bizmsgmenuid: 'b' };
		const { outputs: after } = await router({ library, items: [tapped] });
		expect(routeOf(after[0]?.[0]?.json)).toMatchObject({ why: 'tapped', reply: '乙' });
	});

	it('hands over who asks the same again within the cooldown', async () => {
		const hit = (minutesAgo: number): IDataObject => ({
			key: `h${minutesAgo}`,
			openId: 'o1',
			at: new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString(),
			text: '退款',
			status: 'matched',
			keywordId: 'refund',
		});
		const soon = await router({ items: [message('怎么退款')], hits: [hit(4)] });
		expect(routeOf(soon.outputs[2]?.[0]?.json)).toMatchObject({
			why: 'answeredBefore',
			answeredMinutesAgo: 4,
		});
		const later = await router({ items: [message('怎么退款')], hits: [hit(11)] });
		expect(later.outputs[0]).toHaveLength(1);
	});

	it('takes the library as JSON or from the table in the node', async () => {
		const asJson = await router({
			items: [message('龙井')],
			library: [],
			parameters: { keywordsFrom: 'json', keywords: JSON.stringify(LIBRARY) },
		});
		expect(asJson.outputs[0]).toHaveLength(1);
		const asTable = await router({
			items: [message('碧螺春还有吗')],
			library: [],
			parameters: {
				keywordsFrom: 'table',
				keywordTable: { row: [{ keyword: '碧螺春', level: 'product', reply: '有的' }] },
			},
		});
		expect(routeOf(asTable.outputs[0]?.[0]?.json)).toMatchObject({
			keywordId: '碧螺春',
			reply: '有的',
		});
	});

	it('routes 10,000 messages, each paired with its item', async () => {
		const items = Array.from({ length: 10_000 }, (_, place) =>
			message(place % 2 ? '龙井怎么样' : '今天天气真好', place),
		);
		const { outputs } = await router({ items });
		expect(outputs.map((list) => list.length)).toEqual([5_000, 0, 5_000, 10_000]);
		expect(outputs[3]?.[9_999]?.pairedItem).toEqual({ item: 9_999 });
	});

	it('gives nothing for nothing', async () => {
		const { outputs, error } = await router({ items: [] });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});
});

describe('Bad input', () => {
	const rows = (...library: IDataObject[]) => router({ items: [message('龙井')], library });

	it.each([
		['an empty library', [], /'Keywords' is empty/],
		['an empty item of a table without rows', [{}], /'Keywords' is empty/],
		['wrong columns', [{ word: '龙井' }], /\[Keyword 1\] 'keyword' is missing.*word/],
		['a row without keyword', [{ keyword: '' }], /\[Keyword 1\] 'keyword' is missing/],
		[
			'duplicate keys',
			[{ keyword: '龙井' }, { key: '龙井', keyword: '绿茶' }],
			/\[Keyword 2\] 'key' is "龙井", as in Keyword 1/,
		],
		[
			'a date as text',
			[{ keyword: '龙井', validTo: '下个月' }],
			/\[Keyword 1\] 'validTo' is not a time: "下个月"/,
		],
		['a wrong level', [{ keyword: '龙井', level: 'shop' }], /\[Keyword 1\] 'level' is "shop"/],
		[
			'a negative priority',
			[{ keyword: '龙井', priority: -1 }],
			/\[Keyword 1\] 'priority' is -1; it has to be 0 or more/,
		],
	])('%s names the row and the column', async (_, library, expected) => {
		const { error } = await rows(...library);
		expect(error?.message).toMatch(expected);
		expect(error?.description).not.toBe('');
	});

	it('a message without text names the item, or becomes an error item', async () => {
		const items = [message('龙井'), { wechat: { kind: 'image', openId: 'o2' } }];
		const { error } = await router({ items });
		expect(error?.message).toBe("[Item 2] 'Text' is empty");
		const { outputs } = await router({ items, onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.error ?? routeOf(json)?.status)).toEqual([
			'matched',
			"[Item 2] 'Text' is empty",
		]);
	});

	it.each([{}, { Recognition: '' }, { Recognition: '龙井多少钱。' }])(
		'fault 1.6: a voice with %j is no error',
		async (fields) => {
			const wechat = {
				kind: 'voice',
				openId: 'o1',
				dedupeKey: 'o1:1',
				text: fields.Recognition ?? '',
			};
			for (const item of [
				{ MsgType: 'voice', ...fields, wechat },
				{ MsgType: 'voice', ...fields },
			]) {
				const { outputs, error } = await router({ items: [item] });
				expect(error).toBeUndefined();
				expect(outputs.flat()).toHaveLength(2);
				const status = fields.Recognition ? 'matched' : 'person';
				expect(outputs.flat().map(({ json }) => routeOf(json)?.status ?? json.status)).toEqual([
					status,
					status,
				]);
			}
		},
	);

	it('a hit with a date that is none names the row', async () => {
		const { error } = await router({ items: [message('龙井')], hits: [{ key: 'h', at: '昨天' }] });
		expect(error?.message).toMatch(/\[Hit 1\] 'at' is not a time: "昨天"/);
	});
});

describe('Learn', () => {
	const asked = (text: string, place: number): IDataObject => ({
		key: `m${place}`,
		openId: `o${place}`,
		at: '2026-11-20T10:00:00+08:00',
		text,
		status: 'person',
	});

	it('proposes keywords as rows of the library', async () => {
		const items = ['可以带宠物进店吗', '宠物能进店吗', '带宠物可以进去吗', '在吗'].map(asked);
		const { outputs, error } = await router({ items, parameters: { operation: 'learn' } });
		expect(error).toBeUndefined();
		expect(outputs.map((list) => list.length)).toEqual([1, 1]);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			keyword: '宠物',
			level: 'function',
			count: 3,
			people: 3,
		});
		expect(outputs[1]?.[0]?.json).toMatchObject({ key: 'learned-宠物', enabled: false, reply: '' });
	});
});

describe('Audit', () => {
	it('reports what is wrong and how much was answered', async () => {
		const hit = (place: number, status: string, keywordId: string): IDataObject => ({
			key: `m${place}`,
			openId: 'o1',
			at: '2026-11-20T10:00:00+08:00',
			status,
			keywordId,
		});
		const { outputs } = await router({
			items: [hit(1, 'matched', 'a'), hit(1, 'matched', 'a'), hit(2, 'person', '')],
			library: [
				{ key: 'a', keyword: '价格', reply: '甲' },
				{ key: 'b', keyword: '報價', variants: '价格', reply: '乙' },
				{ key: 'c', keyword: '月饼', reply: '丙', validTo: '2026-10-01' },
				{ key: 'd', keyword: '粽子' },
				{ key: 'd', keyword: '青团', reply: '丁', enabled: false },
			],
			parameters: { operation: 'audit' },
		});
		expect(outputs[0]?.map(({ json }) => json.key)).toEqual([
			'contradictory:a:b:价格',
			'duplicateKey:d:青团',
			'emptyReply:d',
			'outdated:c',
			'dead:b',
			'dead:d',
		]);
		expect(outputs[1]?.[0]?.json).toEqual({
			messages: 2,
			matched: 1,
			candidates: 0,
			person: 1,
			coverage: 0.5,
			keywords: 5,
			enabled: 4,
			findings: 6,
			summary: expect.stringContaining('同一个词，两种回复 1 处'),
		});
	});
});
