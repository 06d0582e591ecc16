import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import {
	buildWorkflow,
	runWorkflow,
	testCredentials,
	toNode,
	type NodeSpec,
} from '../../harness/engine';

const NOW = '2026-11-24T09:00:00+08:00';
const YESTERDAY = '2026-11-23';

interface Given {
	items: IDataObject[];
	/** Rows of the second input; it is not connected when they are left out. */
	more?: IDataObject[];
	parameters?: INodeParameters;
	onError?: NodeSpec['onError'];
}

async function metrics({ items, more, parameters = {}, onError }: Given) {
	const { options, ...rest } = parameters;
	const node = toNode({
		name: 'Subject',
		type: 'weChatMetrics',
		parameters: { ...rest, options: { now: NOW, ...(options as INodeParameters) } },
		onError,
	});
	const toItems = (rows: IDataObject[]) => rows.map((json) => ({ json }));
	const { run, error } = await runWorkflow([node], toItems(items), await testCredentials({}), {
		moreInputs: more ? [toItems(more)] : [],
	});
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error, outputs: main.map((list) => list ?? []) };
}

const reads = (date: string, read_user: number) => ({ ref_date: date, read_user });
const text = (place: number, at = `${YESTERDAY}T10:00:00+08:00`) => ({
	key: `m${place}`,
	openId: `o${place % 500}`,
	kind: 'text',
	at,
	text: '在吗',
});
const valueOf = (rows: Array<{ json: IDataObject }> | undefined, metric: string) =>
	rows?.find(({ json }) => json.metric === metric)?.json.value;

describe('Calculate', () => {
	it('joins interactions and statistics into rows that can be stored as they are', async () => {
		const { outputs, error } = await metrics({
			items: [text(1)],
			more: [reads('2026-11-22', 100), reads(YESTERDAY, 150)],
		});
		expect(error).toBeUndefined();
		expect(outputs).toHaveLength(2);
		expect(outputs[0]).toHaveLength(34);
		expect(outputs[0]?.[0]).toEqual({
			json: {
				key: 'reads|2026-11-23|2026-11-23',
				metric: 'reads',
				label: '阅读人数',
				layer: 'basic',
				unit: 'count',
				period: 'day',
				date: YESTERDAY,
				from: YESTERDAY,
				to: YESTERDAY,
				value: 150,
				previous: 100,
				change: 0.5,
				target: null,
				isTargetMet: null,
				numerator: null,
				denominator: null,
			},
			pairedItem: { item: 0 },
		});
		expect(outputs[0]?.find(({ json }) => json.metric === 'replyShare')?.json).toMatchObject({
			value: 0,
			target: 0.92,
			isTargetMet: false,
		});
	});

	it('gives followers who may leave on the second output', async () => {
		const taps = ['2026-10-20', '2026-10-23', '2026-10-26', '2026-11-01'].map((day) => ({
			openId: 'o1',
			kind: 'event.CLICK',
			at: `${day}T10:00:00+08:00`,
		}));
		const { outputs } = await metrics({ items: taps });
		expect(outputs[1]?.map(({ json }) => json)).toEqual([
			{
				key: 'o1|2026-11-23',
				openId: 'o1',
				date: YESTERDAY,
				lastOn: '2026-11-01',
				silentDays: 22,
				usualGapDays: 3,
			},
		]);
	});

	it('takes rows by expression, own targets, own kinds and a span of its own', async () => {
		const { outputs } = await metrics({
			items: [
				{ openId: 'o1', kind: 'qrShown', at: '2026-11-21 10:00' },
				{ openId: 'o1', kind: 'inGroup', at: '2026-11-21 11:00' },
			],
			parameters: {
				moreRowsFrom: 'json',
				moreRows: JSON.stringify([{ json: reads('2026-11-21', 9) }]),
				period: 'custom',
				from: '2026-11-20T00:00:00',
				to: '2026-11-22',
				layers: ['basic', 'conversion'],
				targets: { target: [{ metric: 'groupJoinRate', value: 50 }] },
				options: { groupOfferKinds: 'qrShown', groupJoinKinds: 'inGroup' },
			},
		});
		expect(outputs[0]).toHaveLength(23);
		expect(valueOf(outputs[0], 'reads')).toBe(9);
		expect(outputs[0]?.find(({ json }) => json.metric === 'groupJoinRate')?.json).toMatchObject({
			from: '2026-11-20',
			to: '2026-11-22',
			value: 1,
			target: 0.5,
			isTargetMet: true,
		});
	});

	it('counts 10,000 items', async () => {
		const items = Array.from({ length: 10_000 }, (_, place) => text(place));
		const { outputs } = await metrics({ items });
		expect(valueOf(outputs[0], 'messages')).toBe(10_000);
		expect(valueOf(outputs[0], 'activeUsers')).toBe(500);
	});

	it('takes empty tables for no rows', async () => {
		const { outputs, error } = await metrics({ items: [{}], more: [{}] });
		expect(error).toBeUndefined();
		expect(outputs[0]?.every(({ json }) => json.value === null)).toBe(true);
	});

	it.each([
		[{ items: [text(1), { ...text(2), at: 'soon' }] }, `[Item 2] 'at' is not a time: "soon"`],
		[{ items: [{ name: 'x' }] }, "[Item 1] 'kind' is missing"],
		[
			{ items: [{}], more: [reads(YESTERDAY, -5)] },
			"[More Rows, row 1] 'read_user' is -5; it has to be 0 or more",
		],
		[{ items: [{}], parameters: { layers: [] } }, "'Layers' is empty"],
		[{ items: [{}], parameters: { periods: 0.5 } }, "'Periods' is 0.5"],
		[{ items: [{}], parameters: { options: { now: 'later' } } }, `'Now' is not a time: "later"`],
		[
			{ items: [{}], parameters: { period: 'custom', from: 'then', to: '2026-11-22' } },
			`'From' is not a date: "then"`,
		],
		[
			{ items: [{}], parameters: { moreRowsFrom: 'json', moreRows: '{"a":' } },
			"'More Rows' is not a list of rows",
		],
		[
			{ items: [{}], parameters: { targets: { target: [{ metric: 'fame', value: 1 }] } } },
			`'Targets' 1 is for no metric: "fame"`,
		],
	] as Array<[Given, string]>)(
		'%j stops with a message that says where',
		async (given, message) => {
			const { error } = await metrics(given);
			expect(error?.message).toBe(message);
			expect(error?.description).toBeTruthy();
		},
	);

	it('goes on without bad rows where it is set to', async () => {
		const { outputs, error } = await metrics({
			items: [{ ...text(1), at: 'soon' }, text(2)],
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(valueOf(outputs[0], 'messages')).toBe(1);
		expect(outputs[0]?.[0]).toMatchObject({
			json: { error: `[Item 1] 'at' is not a time: "soon"` },
			pairedItem: { item: 0 },
		});
	});

	it('gives one error item where parameters are wrong and it is set to continue', async () => {
		const { outputs } = await metrics({
			items: [text(1)],
			parameters: { layers: [] },
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]?.[0]?.json.error).toBe("'Layers' is empty");
	});
});

const mondays = [100, 104, 96, 100, 10].map((value, place) => ({
	metric: 'reads',
	date: new Date(Date.UTC(2026, 9, 26 + 7 * place)).toISOString().slice(0, 10),
	value,
}));

describe('Detect Alerts', () => {
	it('compares what came in with what was known', async () => {
		const { outputs } = await metrics({
			items: mondays.slice(-1),
			more: mondays.slice(0, -1),
			parameters: { operation: 'detectAlerts' },
		});
		expect(outputs).toHaveLength(1);
		expect(outputs[0]).toMatchObject([
			{
				json: {
					key: 'alert|reads|2026-11-23|2026-11-23',
					severity: 'critical',
					message: '阅读人数：11月23日为 10，往常周一约 100，严重偏低',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is as sensitive as it is set, and refuses what makes no sense', async () => {
		const parameters = { operation: 'detectAlerts', options: { threshold: 20 } };
		expect((await metrics({ items: mondays, parameters })).outputs[0] ?? []).toEqual([]);
		const { error } = await metrics({
			items: mondays,
			parameters: { operation: 'detectAlerts', options: { threshold: 0 } },
		});
		expect(error?.message).toBe("'Threshold' is 0");
	});
});

describe('Build Page', () => {
	it('gives a page, a short text and, if asked, a file', async () => {
		const { outputs } = await metrics({
			items: mondays,
			more: [text(1)],
			parameters: {
				operation: 'buildPage',
				title: '<日报>',
				options: { file: true, account: '山茶花园艺' },
			},
		});
		const [page] = outputs[0] ?? [];
		expect(page?.json).toMatchObject({ from: YESTERDAY, to: YESTERDAY });
		expect(page?.json.html).toMatch(/^<!DOCTYPE html>/);
		expect(page?.json.html).toContain('<h1>&lt;日报&gt;</h1>');
		expect(page?.json.html).toContain('互动时段');
		expect(page?.json.text).toBe('山茶花园艺 · <日报>\n日报 · 2026年11月23日\n阅读人数：10');
		expect(page?.binary?.data).toMatchObject({
			mimeType: 'text/html',
			fileName: 'wechat-report-2026-11-23.html',
		});
		expect(page?.pairedItem).toEqual({ item: 0 });
	});

	it('says what is missing when there is nothing to show', async () => {
		const { error } = await metrics({ items: [{}], parameters: { operation: 'buildPage' } });
		expect(error?.message).toBe('There are no metric rows to show');
	});
});

it.each([
	['calculate', ['Metrics', 'Churn Warnings']],
	['detectAlerts', ['Alerts']],
	['buildPage', ['Page']],
])('%s has the outputs %j on the canvas', async (operation, names) => {
	const node = toNode({ name: 'Subject', type: 'weChatMetrics', parameters: { operation } });
	const workflow = await buildWorkflow([node]);
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
	await workflow.expression.acquireIsolate();
	const outputs = NodeHelpers.getNodeOutputs(workflow, node, description);
	await workflow.expression.releaseIsolate();
	expect(outputs).toEqual(names.map((displayName) => ({ type: 'main', displayName })));
});
