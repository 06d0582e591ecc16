import type { IDataObject } from 'n8n-workflow';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

const NOW = '2026-11-24T09:00:00+08:00';
const CATALOGUE = [
	{ itemId: 'a1', title: '秋日食谱', tags: '美食，家常', url: 'https://example.com/a1' },
	{ itemId: 'a2', title: '火锅底料', tags: ['美食'], url: 'https://example.com/a2' },
	{ itemId: 'a3', title: '周末去哪', tags: '旅行', picUrl: 'https://example.com/a3.jpg' },
	{ itemId: 'c1', title: '满减券', tags: '', category: '优惠', validTo: '2026-11-24' },
	{ itemId: 'c2', title: '过期券', category: '优惠', validTo: '2026-11-23' },
];
const HISTORY = [{ openId: 'oA', itemId: 'a1', kind: 'read', at: '2026-11-20 10:00' }];

interface Given {
	people?: IDataObject[];
	catalogue?: IDataObject[];
	history?: IDataObject[];
	parameters?: IDataObject;
	onError?: NodeSpec['onError'];
	/** Leaves the inputs for catalogue and history unconnected. */
	isAlone?: boolean;
}

/** Runs the node with its three inputs filled, as on the canvas. */
async function recommend({
	people = [{ openId: 'oA' }],
	catalogue = CATALOGUE,
	history = HISTORY,
	parameters = {},
	onError,
	isAlone = false,
}: Given) {
	const options = { now: NOW, ...(parameters.options as IDataObject) };
	const spec = {
		name: 'Subject',
		type: 'weChatRecommend',
		parameters: { ...parameters, options },
		onError,
	} as NodeSpec;
	const toItems = (rows: IDataObject[]) => rows.map((json) => ({ json }));
	const { run, error } = await runWorkflow(
		[toNode(spec)],
		toItems(people),
		await testCredentials({}),
		{ moreInputs: isAlone ? [] : [toItems(catalogue), toItems(history)] },
	);
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error, outputs: main.map((items) => items ?? []) };
}

const idsOf = (json: IDataObject | undefined) =>
	((json?.recommendations ?? []) as IDataObject[]).map(({ itemId }) => itemId);

describe('WeChat Recommend', () => {
	it('gives the list, a reply that can be sent, articles and the rows to store', async () => {
		const { outputs } = await recommend({ people: [{ openId: 'oA', asked: '推荐' }] });
		const [recommended = [], nothing = [], rows = []] = outputs;
		expect(outputs).toHaveLength(3);
		expect(nothing).toEqual([]);
		expect(recommended[0]?.json).toMatchObject({ openId: 'oA', asked: '推荐', isPersonal: true });
		expect(recommended[0]?.json.recommendations).toMatchObject([
			{ itemId: 'a2', reason: '因为您关注“美食”', reasonKind: 'tags' },
			{ itemId: 'a3' },
			{ itemId: 'c1' },
		]);
		expect(recommended[0]?.json.replyText).toMatch(
			/^为您推荐：\n\n1\. 火锅底料\n因为您关注“美食”\nhttps:\/\/example\.com\/a2\n\n2\. /,
		);
		expect(recommended[0]?.json.articles).toMatchObject([
			{ title: '火锅底料', description: '因为您关注“美食”', url: 'https://example.com/a2' },
			{ title: '周末去哪', picUrl: 'https://example.com/a3.jpg' },
			{ title: '满减券' },
		]);
		expect(rows.map(({ json }) => json)).toEqual(
			['a2', 'a3', 'c1'].map((itemId) => ({
				key: `oA:${itemId}:shown:2026-11-24`,
				openId: 'oA',
				itemId,
				kind: 'shown',
				at: '2026-11-24T01:00:00.000Z',
			})),
		);
	});

	it('gives other things the next time when the rows are stored, and then nothing', async () => {
		const parameters = { count: 2 };
		let history: IDataObject[] = HISTORY;
		const seen: unknown[] = [];
		for (let visit = 0; visit < 2; visit++) {
			const { outputs } = await recommend({ history, parameters });
			seen.push(...idsOf(outputs[0]?.[0]?.json));
			history = [...history, ...(outputs[2] ?? []).map(({ json }) => json)];
		}
		expect(seen.sort()).toEqual(['a2', 'a3', 'c1']);
		const { outputs } = await recommend({ history, parameters });
		expect(outputs.map((items) => items.length)).toEqual([0, 1, 0]);
		expect(outputs[1]?.[0]?.json).toMatchObject({ openId: 'oA', recommendations: [] });
	});

	it('takes catalogue and history as JSON, and the fields of the node', async () => {
		const { outputs } = await recommend({
			isAlone: true,
			parameters: {
				catalogueFrom: 'json',
				catalogue: JSON.stringify(CATALOGUE.map((json) => ({ json }))),
				historyFrom: 'json',
				history: JSON.stringify(HISTORY),
				count: 1,
				weights: { tags: 5 },
				texts: { heading: '', tags: '{tag}爱好者必读' },
				options: { exclude: 'c1，a3' },
			},
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			replyText: '1. 火锅底料\n美食爱好者必读\nhttps://example.com/a2',
		});
	});

	it('needs no history: an empty table gives what is popular', async () => {
		const { outputs } = await recommend({ history: [{}] });
		expect(outputs[0]?.[0]?.json).toMatchObject({ isPersonal: false });
		expect(outputs[0]?.[0]?.json.replyText).toContain('大家都在看');
	});

	it('evaluates on the history, as one item', async () => {
		const history = ['oA', 'oB', 'oC'].flatMap((openId) => [
			{ openId, itemId: 'a1', at: '2026-11-01' },
			{ openId, itemId: 'a2', at: '2026-11-02' },
		]);
		const { outputs } = await recommend({
			history,
			parameters: { operation: 'evaluate', count: 1 },
		});
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toMatchObject([{ json: { people: 3, results: 1, hits: 3, hitRate: 1 } }]);
	});

	it('handles 10,000 people, each result paired with its person', async () => {
		const people = [...Array(10_000).keys()].map((number) => ({ openId: `o${number}` }));
		const { outputs } = await recommend({ people });
		expect(outputs[0]).toHaveLength(10_000);
		expect(outputs[2]).toHaveLength(30_000);
		for (const place of [0, 5_000, 9_999]) {
			expect(outputs[0]?.[place]).toMatchObject({
				json: { openId: `o${place}` },
				pairedItem: { item: place },
			});
			expect(outputs[2]?.[3 * place]?.pairedItem).toEqual({ item: place });
		}
	});

	it('stores once what a person who asks twice is shown', async () => {
		const { outputs } = await recommend({ people: [{ openId: 'oA' }, { openId: 'oA' }] });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[2]).toHaveLength(3);
	});

	it.each<[string, Given, string]>([
		['no OpenID', { people: [{ openId: 'oA' }, {}] }, "[Item 2] 'openId' is missing"],
		['no catalogue', { catalogue: [{}] }, "'Catalogue' holds no rows"],
		[
			'a catalogue without titles',
			{ catalogue: [{ itemId: 'a1' }] },
			"[Catalogue 1] 'title' is missing",
		],
		[
			'an ID that stands twice',
			{ catalogue: [...CATALOGUE, { itemId: 'a2', title: '又' }] },
			"[Catalogue 6] 'itemId' is the same as in row 2",
		],
		[
			'a date that is none',
			{ catalogue: [{ itemId: 'a', title: 'A', publishedAt: '下周' }] },
			"[Catalogue 1] 'publishedAt' is not a time",
		],
		[
			'negative popularity',
			{ catalogue: [{ itemId: 'a', title: 'A', popularity: -1 }] },
			"[Catalogue 1] 'popularity' is -1",
		],
		['a history without times', { history: [{ openId: 'o', itemId: 'a' }] }, "[History 1] 'at'"],
		['no results wanted', { parameters: { count: 0 } }, "'Number of Results' is 0"],
		['too much diversity', { parameters: { options: { diversity: 7 } } }, "'Diversity' is 7"],
		['a wrong now', { parameters: { options: { now: 'soon' } } }, "'Now' is not a time"],
		[
			'JSON that is no list',
			{ parameters: { historyFrom: 'json', history: '{"a":1}' } },
			"'History' is not a list of rows",
		],
	])('names field and row: %s', async (_, given, message) => {
		const { error } = await recommend(given);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
	});

	it('goes on with the others when it is set to', async () => {
		const { outputs } = await recommend({
			people: [{}, { openId: 'oA' }],
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.stringContaining("'openId'") }, pairedItem: { item: 0 } },
			{ json: { openId: 'oA' }, pairedItem: { item: 1 } },
		]);
	});
});
