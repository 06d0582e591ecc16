import { NodeHelpers, type IDataObject } from 'n8n-workflow';
import { PACKAGE_NAME } from '../../../nodes/shared/constants';
import { useAccount } from '../../harness/account';
import {
	buildWorkflow,
	runWorkflow,
	testCredentials,
	toNode,
	type NodeSpec,
} from '../../harness/engine';
import { loadPackage } from '../../harness/nodeTypes';

const NOW = '2026-11-24T12:00:00+08:00';
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY).toISOString();
const isoDay = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00+08:00`;

interface Given {
	parameters: IDataObject;
	rows: IDataObject[];
	/** Rows on the second input; without them it is not connected. */
	known?: IDataObject[];
	onError?: NodeSpec['onError'];
}

/** Runs the node as on the canvas. */
async function segment({ parameters, rows, known, onError }: Given) {
	const options = { now: NOW, ...(parameters.options as IDataObject) };
	const spec = {
		name: 'Subject',
		type: 'weChatSegment',
		parameters: { ...parameters, options },
		onError,
	} as NodeSpec;
	const toItems = (list: IDataObject[]) => list.map((json) => ({ json }));
	const { run, error } = await runWorkflow(
		[toNode(spec)],
		toItems(rows),
		await testCredentials({}),
		{ moreInputs: known ? [toItems(known)] : [] },
	);
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return {
		error,
		outputs: main.map((items) => items ?? []),
		json: main.map((items) => (items ?? []).map((item) => item.json)),
	};
}

const score = async (rows: IDataObject[], more: Partial<Given> = {}) =>
	await segment({
		rows,
		...more,
		parameters: { operation: 'score', keepRecordsIn: 'items', ...more.parameters },
	});

/** A follower who has been active on these days before now. */
const activeOn = (openId: string, days: number[], kind = 'text'): IDataObject[] =>
	days.map((day) => ({ key: `${openId}:${day}`, openId, kind, at: daysAgo(day) }));

const CROWD = [
	...activeOn('oBest', [1, 4, 8, 12, 20, 28, 40, 60]),
	...activeOn('oFair', [9, 30]),
	...activeOn('oNew', [1, 2]),
	...activeOn('oSilent', [45, 50, 55]),
	...activeOn('oGone', [100, 120]),
	...activeOn('oLeft', [3, 6]),
	{ key: 'bye', openId: 'oLeft', kind: 'event.unsubscribe', at: daysAgo(2) },
	...activeOn('oSlow', [15, 45, 75]),
];

describe('Score', () => {
	it('sorts followers into four outputs, and gives the rows to store', async () => {
		const { json, outputs } = await score(CROWD);
		const openIds = json.map((items) => items.map(({ openId }) => openId));
		expect(openIds).toEqual([
			['oBest'],
			['oFair', 'oNew', 'oSlow'],
			['oSilent'],
			['oGone', 'oLeft'],
			['oBest', 'oFair', 'oNew', 'oSilent', 'oGone', 'oLeft', 'oSlow'],
		]);
		expect(json[4]?.[0]).toEqual({
			key: 'oBest',
			openId: 'oBest',
			segment: 'highValue',
			fineSegment: 'champions',
			recencyDays: 1,
			frequency: 8,
			monetary: 16,
			rScore: 5,
			fScore: 5,
			mScore: 5,
			rfm: '555',
			churnRisk: expect.any(Number),
			pending: '',
			pendingRuns: 0,
			at: '2026-11-24T04:00:00.000Z',
		});
		expect(json[0]?.[0]).toMatchObject({
			changed: true,
			previousSegment: '',
			tag: '高价值',
			addTag: '高价值',
			removeTag: '',
			reason: 'By scores',
			churnWarning: false,
		});
		expect(json[3]?.[1]).toMatchObject({ reason: 'No longer follows the account', churnRisk: 1 });
		expect(outputs[2]?.[0]?.pairedItem).toEqual([12, 13, 14].map((item) => ({ item })));
	});

	it('moves a follower in the second run that finds another segment, with the tags to change', async () => {
		const parameters = { scoring: 'fixed', options: { now: isoDay(3) } };
		const history: IDataObject[] = [
			...[1, 2, 3, 5, 8, 12, 16, 20].map((day) => ({
				openId: 'oA',
				kind: 'comment',
				at: daysAgo(day + 21),
			})),
		];
		const first = await score(history, { parameters });
		expect(first.json[0]?.[0]).toMatchObject({ openId: 'oA', segment: 'highValue' });
		const fewer = {
			...parameters,
			frequencyThresholds: '20, 30, 50, 80',
			monetaryThresholds: '100, 200, 300, 400',
		};
		const second = await score(history, {
			parameters: { ...fewer, options: { now: isoDay(10) } },
			known: first.json[4],
		});
		expect(second.json[0]?.[0]).toMatchObject({
			segment: 'highValue',
			pending: 'potential',
			pendingRuns: 1,
			changed: false,
			addTag: '',
		});
		const third = await score(history, {
			parameters: { ...fewer, options: { now: isoDay(17) } },
			known: [...(first.json[4] ?? []), ...(second.json[4] ?? [])],
		});
		expect(third.json[1]?.[0]).toMatchObject({
			segment: 'potential',
			pending: '',
			changed: true,
			previousSegment: 'highValue',
			addTag: '潜在',
			removeTag: '高价值',
		});
	});

	it('does not forget who is not among the rows any more', async () => {
		const known = [
			{
				openId: 'oOld',
				segment: 'potential',
				recencyDays: 20,
				at: daysAgo(75),
				pending: '',
				pendingRuns: 0,
			},
		];
		const { json } = await score(activeOn('oA', [1]), { known });
		expect(json[1]?.map(({ openId }) => openId)).toEqual(['oA', 'oOld']);
		expect(json[4]?.[1]).toMatchObject({ recencyDays: 95, pending: 'lost', pendingRuns: 1 });
		const alone = await score([{}], { known });
		expect(alone.json[4]).toHaveLength(1);
	});

	it('takes what the last run stored as JSON, and the fields of the node', async () => {
		const previous = [{ openId: 'oA', segment: 'dormant', at: daysAgo(7), recencyDays: 40 }];
		const { json } = await score(activeOn('oA', [1, 2], 'comment'), {
			parameters: {
				previousFrom: 'json',
				previous: JSON.stringify(previous),
				potentialTag: '有潜力',
				options: { weights: { points: { comment: 7 } }, newDays: 0, windowDays: 30 },
			},
		});
		expect(json.slice(0, 4).flat()).toMatchObject([
			{
				segment: 'potential',
				previousSegment: 'dormant',
				monetary: 14,
				addTag: '有潜力',
				removeTag: '沉默',
			},
		]);
		const { error } = await score(CROWD, { parameters: { lostTag: ' ' } });
		expect(error?.message).toBe("'Lost Tag' is empty");
	});

	it('takes orders and sums of contacts too, and stores only changes when asked', async () => {
		const rows = [
			{ key: 'n1', openId: 'oA', amount: 12_900, at: '2026-11-20 10:00' },
			{ key: 'n1', openId: 'oA', amount: 12_900, at: '2026-11-20 10:00' },
			{
				openId: 'oB',
				lastAt: daysAgo(3),
				frequency: 6,
				monetary: 88_000,
				subscribedAt: daysAgo(400),
			},
			{ openId: 'oC', subscribedAt: daysAgo(200), isFollower: true },
		];
		const first = await score(rows);
		expect(first.json[4]).toMatchObject([
			{ openId: 'oA', frequency: 1, monetary: 12_900, recencyDays: 4 },
			{ openId: 'oB', frequency: 6, monetary: 88_000 },
			{ openId: 'oC', recencyDays: 200, segment: 'lost' },
		]);
		const again = await score(rows, {
			known: first.json[4],
			parameters: { options: { storeOnlyChanges: true } },
		});
		expect(again.json.map((items) => items.length).slice(4)).toEqual([0]);
	});

	it.each<[string, IDataObject, string]>([
		[
			'a date as text',
			{ openId: 'oA', kind: 'text', at: 'yesterday' },
			"[Item 2] 'at' is not a time",
		],
		['a negative amount', { openId: 'oA', amount: -5, at: NOW }, "[Item 2] 'amount' is -5"],
		[
			'an amount with a fraction',
			{ openId: 'oA', amount: 12.9, at: NOW },
			"[Item 2] 'amount' is not a whole",
		],
		[
			'negative points',
			{ openId: 'oA', kind: 'text', at: NOW, points: -1 },
			"[Item 2] 'points' is -1",
		],
		['no openId', { kind: 'text', at: NOW }, "[Item 2] 'openId' is missing"],
		['other columns', { openId: 'oA', name: 'x' }, "[Item 2] 'kind' is missing"],
	])(
		'names the item and the column of %s, and goes on with the others when told to',
		async (_, row, message) => {
			const rows = [...activeOn('oGood', [1]), row];
			const { error } = await score(rows);
			expect(error?.message).toContain(message);
			expect(error?.description).toBeTruthy();
			const { json } = await score(rows, { onError: 'continueRegularOutput' });
			expect(json[0]?.[0]?.error).toContain(message);
			expect(json[4]?.map(({ openId }) => openId)).toEqual(['oGood']);
		},
	);

	it('names the row of the second input, and the field of a wrong threshold', async () => {
		const bad = await score(CROWD, { known: [{ openId: 'oA', segment: 'vip', at: NOW }] });
		expect(bad.error?.message).toBe('[Previous Segments, row 1] \'segment\' is no segment: "vip"');
		const wrong = await score(CROWD, {
			parameters: { scoring: 'fixed', recencyThresholds: '30, 7, 14, 60' },
		});
		expect(wrong.error?.message).toContain("'Recency Thresholds' is not a list of four ascending");
		const empty = await score([{}]);
		expect(empty.error?.message).toBe(
			'The first input has no rows: interactions, orders or contacts are missing',
		);
	});

	it('takes 10,000 items', async () => {
		const rows = [...Array(10_000).keys()].map((number) => ({
			key: `k${number}`,
			openId: `oMany${number % 2_500}`,
			kind: 'text',
			at: daysAgo((number * 7) % 100),
		}));
		const { json, error } = await score(rows);
		expect(error).toBeUndefined();
		expect(json[4]).toHaveLength(2_500);
		expect(json.slice(0, 4).flat()).toHaveLength(2_500);
	});
});

describe('Tag Diff', () => {
	const account = useAccount();
	const parameters = { operation: 'tagDiff' };

	it('gives one item per tag to give or take, as Tag Users takes them', async () => {
		const { json, outputs } = await segment({
			parameters,
			rows: [
				{ openId: 'oA', segment: 'highValue' },
				{ openId: 'oB', segment: 'dormant' },
				{ openId: 'oC', tags: '潜在, 活跃' },
			],
			known: [
				{ openId: 'oA', tags: '潜在,星标组' },
				{ openId: 'oB', tags: ['沉默'] },
			],
		});
		expect(json).toEqual([
			[
				{ key: 'oA:高价值', openId: 'oA', tag: '高价值', action: 'add' },
				{ key: 'oC:潜在', openId: 'oC', tag: '潜在', action: 'add' },
				{ key: 'oC:活跃', openId: 'oC', tag: '活跃', action: 'add' },
			],
			[{ key: 'oA:潜在', openId: 'oA', tag: '潜在', action: 'remove' }],
		]);
		expect(outputs[0]?.[1]?.pairedItem).toEqual([{ item: 2 }]);
	});

	it('lets Tag Users behind it give each tag in as few calls as WeChat allows', async () => {
		const people = [...Array(120).keys()].map((number) => {
			const { openId } = account.state.addFollower(`oTagged${number}`);
			return { json: { openId, segment: number % 3 === 0 ? 'highValue' : 'dormant' } };
		});
		const { error } = await runWorkflow(
			[
				toNode({ name: 'Diff', type: 'weChatSegment', parameters }),
				toNode(
					{
						name: 'Tag',
						type: 'weChatOfficialAccount',
						parameters: {
							resource: 'tag',
							operation: 'tagUsers',
							tag: { __rl: true, mode: 'name', value: '={{ $json.tag }}' },
							openIds: '={{ $json.openId }}',
						},
					},
					1,
				),
			],
			people,
			account.credentials,
		);
		expect(error).toBeUndefined();
		const sizes = account
			.calls('/cgi-bin/tags/members/batchtagging')
			.map(({ body }) => (body as { openid_list: string[] }).openid_list.length);
		expect(sizes).toEqual([40, 50, 30]);
	});

	it('names an item without tags', async () => {
		const { error } = await segment({ parameters, rows: [{ openId: 'oA' }] });
		expect(error?.message).toContain("[Item 1] 'segment' is missing, and so are 'tag' and 'tags'");
	});
});

describe('Compare Runs', () => {
	it('counts the moves between two runs', async () => {
		const { json } = await segment({
			parameters: { operation: 'compareRuns' },
			rows: [
				{ openId: 'oA', segment: 'potential' },
				{ openId: 'oB', segment: 'dormant' },
			],
			known: [
				{ openId: 'oA', segment: 'lost', at: daysAgo(14) },
				{ openId: 'oA', segment: 'dormant', at: daysAgo(7) },
				{ openId: 'oB', segment: 'dormant', at: daysAgo(7) },
			],
		});
		expect(json[0]).toMatchObject([
			{ key: 'dormant:dormant', from: 'dormant', to: 'dormant', count: 1, share: 0.5 },
			{ key: 'dormant:potential', from: 'dormant', to: 'potential', count: 1, share: 0.5 },
		]);
	});
});

describe('the node', () => {
	it('needs no credential on rows of the canvas, and can be used as a tool', async () => {
		const { nodeTypes } = await loadPackage();
		const { description } = nodeTypes.getByNameAndVersion(`${PACKAGE_NAME}.weChatSegment`);
		const needed = description.credentials?.filter(({ required, displayOptions }) => {
			return required && !displayOptions;
		});
		expect(needed).toEqual([]);
		expect(description.usableAsTool).toBe(true);
	});

	it('names its outputs on the canvas for every operation', async () => {
		const { nodeTypes } = await loadPackage();
		const names = async (operation: string, keepRecordsIn?: string) => {
			const parameters = { operation, keepRecordsIn };
			const node = toNode({ name: 'Subject', type: 'weChatSegment', parameters });
			const workflow = await buildWorkflow([node]);
			await workflow.expression.acquireIsolate();
			try {
				const type = nodeTypes.getByNameAndVersion(node.type);
				return NodeHelpers.getNodeOutputs(workflow, node, type.description).map((output) =>
					typeof output === 'string' ? output : output.displayName,
				);
			} finally {
				await workflow.expression.releaseIsolate();
			}
		};
		const segments = ['High Value', 'Potential', 'Dormant', 'Lost'];
		expect(await names('score', 'items')).toEqual([...segments, 'Rows to Store']);
		const more = ['Going Silent', 'Tag Changes', 'Summary'];
		expect(await names('score', 'dataTables')).toEqual([...segments, ...more]);
		expect(await names('tagDiff')).toEqual(['Tags to Add', 'Tags to Remove']);
		expect(await names('compareRuns')).toEqual(['Moves']);
	});
});
