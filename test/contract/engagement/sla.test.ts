import {
	NodeHelpers,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';
import {
	buildWorkflow,
	runWorkflow,
	testCredentials,
	toNode,
	type NodeSpec,
	type RunResult,
} from '../../harness/engine';

/** A Tuesday. */
const NOW = '2026-11-24T10:00:00+08:00';

interface Given {
	items: IDataObject[];
	parameters?: INodeParameters;
	options?: IDataObject;
	/** Items of the second input; without them it is not connected. */
	stored?: IDataObject[];
	onError?: NodeSpec['onError'];
}

interface Run {
	error: RunResult['error'];
	outputs: INodeExecutionData[][];
}

const toItems = (rows: IDataObject[]) => rows.map((json) => ({ json }));

async function sla({ items, parameters, options, stored, onError }: Given): Promise<Run> {
	const spec = {
		name: 'Subject',
		type: 'weChatSla',
		parameters: {
			operation: 'evaluate',
			...parameters,
			options: { now: NOW, ...options },
		} as INodeParameters,
		onError,
	};
	const { run, error } = await runWorkflow(
		[toNode(spec)],
		toItems(items),
		await testCredentials({}),
		{ moreInputs: stored ? [toItems(stored)] : [] },
	);
	const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
	return { error, outputs: main.map((list) => list ?? []) };
}

const jsonOf = (list: INodeExecutionData[] = []) => list.map(({ json }) => json);

const row = (caseId: string, kind: string, at: string, more: IDataObject = {}): IDataObject => ({
	key: `${caseId}-${kind}-${at}`,
	caseId,
	openId: `o${caseId}`,
	channel: 'chat',
	kind,
	at: `2026-11-24T${at}:00+08:00`,
	...more,
});

const CASES = [
	row('track', 'userMessage', '09:55'),
	row('risk', 'userMessage', '09:36', { tier: 'vip' }),
	row('late', 'userMessage', '09:30', { tier: 'negative', channel: 'comment' }),
	row('met', 'userMessage', '09:10', { tier: 'question' }),
	row('met', 'autoReply', '09:10'),
	row('met', 'personReply', '09:20'),
];

describe('WeChat SLA', () => {
	it.each([
		['calculateDeadline', ['Deadlines']],
		['evaluate', ['On Track', 'At Risk', 'Breached', 'Met', 'Rows to Store']],
		['report', ['Report', 'Breached', 'Digest']],
	])('shows the outputs of %s on the canvas', async (operation, names) => {
		const node = toNode({ name: 'Subject', type: 'weChatSla', parameters: { operation } });
		const workflow = await buildWorkflow([node]);
		const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		await workflow.expression.acquireIsolate();
		try {
			const outputs = NodeHelpers.getNodeOutputs(workflow, node, description);
			expect(outputs.map((output) => typeof output === 'object' && output.displayName)).toEqual(
				names,
			);
		} finally {
			await workflow.expression.releaseIsolate();
		}
	});

	it('answers an agent, which fills the fields and gives no rows', async () => {
		const { outputs } = await sla({
			items: [{}],
			parameters: { operation: 'calculateDeadline', start: '2026-11-24 20:50', tier: 'vip' },
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ caseId: '', dueAt: '2026-11-25T01:20:00.000Z' }),
		]);
	});
});

describe('Evaluate', () => {
	it('sorts cases by how they stand, with rows to store and notices', async () => {
		const { outputs } = await sla({ items: CASES });
		const [onTrack, atRisk, breached, met, toStore] = outputs.map(jsonOf);
		expect(onTrack?.map(({ caseId, metric }) => `${String(caseId)} ${String(metric)}`)).toEqual([
			'track firstResponse',
			'late resolution',
			'risk resolution',
			'met resolution',
		]);
		expect(atRisk).toEqual([
			expect.objectContaining({
				caseId: 'risk',
				tier: 'vip',
				dueAt: '2026-11-24T02:06:00.000Z',
				remainingMinutes: 6,
				elapsedShare: 0.8,
				message: '【即将超时】VIP 私信 首次回复 risk：截止 11-24 10:06，剩余 6 分钟工作时间',
			}),
		]);
		expect(breached).toEqual([
			{
				key: 'late|firstResponse|late-userMessage-09:30|breached',
				caseId: 'late',
				openId: 'olate',
				channel: 'comment',
				tier: 'negative',
				metric: 'firstResponse',
				status: 'breached',
				startedAt: '2026-11-24T01:30:00.000Z',
				dueAt: '2026-11-24T01:45:00.000Z',
				limitedBy: 'policy',
				remainingMinutes: -15,
				elapsedShare: 2,
				endedAt: null,
				calendarCoverage: true,
				why: 'It was not done by the deadline of the policy',
				message:
					'【已超时】负面 留言 首次回复 late：应在 11-24 09:45 前完成，已超时 15 分钟，请立即处理',
			},
		]);
		expect(met?.[0]).toMatchObject({ caseId: 'met', metric: 'firstResponse', status: 'met' });
		expect(toStore?.map(({ key }) => key)).toEqual([
			met?.[0]?.key,
			breached?.[0]?.key,
			atRisk?.[0]?.key,
		]);
		expect(toStore?.[0]).not.toHaveProperty('elapsedShare');
	});

	it('gives nothing twice when what it gave is stored', async () => {
		const first = await sla({ items: CASES });
		const stored = jsonOf(first.outputs[4]);
		const second = await sla({ items: CASES, stored });
		expect(second.outputs.slice(1).map((list) => list.length)).toEqual([0, 0, 0, 0]);
		const later = await sla({
			items: CASES,
			stored,
			options: { now: '2026-11-24T10:10:00+08:00' },
		});
		expect(jsonOf(later.outputs[4]).map(({ key }) => key)).toEqual([
			'risk|firstResponse|risk-userMessage-09:36|breached',
		]);
		const repeated = await sla({ items: CASES, stored, options: { repeatStored: true } });
		expect(repeated.outputs.map((list) => list.length)).toEqual([4, 1, 1, 1, 0]);
	});

	it('pairs what it gives with the row that started the clock', async () => {
		const { outputs } = await sla({ items: CASES });
		expect(outputs[1]?.[0]?.pairedItem).toEqual([{ item: 1 }]);
		expect(outputs[2]?.[0]?.pairedItem).toEqual([{ item: 2 }]);
		expect(outputs[4]?.[0]?.pairedItem).toEqual([{ item: 3 }]);
	});

	it('takes rows of the interaction table as they are', async () => {
		const at = (time: string) => `2026-11-24 ${time}`;
		const items = [
			{ key: '1', openId: 'oA', kind: 'text', at: at('09:00'), text: '在吗', auto: false },
			{ key: '2', openId: 'oA', kind: 'sent', at: at('09:00:01'), auto: true },
			{ key: '3', openId: 'oA', kind: 'event.CLICK', at: at('09:01') },
			{ key: '4', openId: 'oB', kind: 'comment', at: at('09:00') },
		];
		const { outputs } = await sla({ items, options: { now: '2026-11-24T11:30:00+08:00' } });
		expect(jsonOf(outputs[2]).map(({ caseId, channel }) => [caseId, channel])).toEqual([
			['4', 'comment'],
			['oA', 'chat'],
		]);
	});

	it('takes cases and policies from the second input too, each by its columns', async () => {
		const stored = [
			{ tier: 'gold', firstResponse: 5, label: '金卡' },
			row('second', 'userMessage', '09:50', { tier: 'gold' }),
			{},
		];
		const { outputs, error } = await sla({
			items: [row('first', 'userMessage', '09:57', { tier: 'gold' }), {}],
			stored,
			parameters: { policiesFrom: 'input' },
		});
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[2]).map(({ message }) => message)).toEqual([
			'【已超时】金卡 私信 首次回复 second：应在 11-24 09:55 前完成，已超时 5 分钟，请立即处理',
		]);
		expect(outputs[2]?.[0]?.pairedItem).toEqual([]);
		expect(jsonOf(outputs[0]).map(({ caseId }) => caseId)).toEqual(['first']);
	});

	it('has nothing to say about no rows', async () => {
		const { outputs, error } = await sla({ items: [{}] });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});

	it('takes a second input that its branch left empty', async () => {
		const start = toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, 0);
		const parameters = { operation: 'evaluate', options: { now: NOW } };
		const empty = toNode({ name: 'Empty', type: 'weChatSla', parameters }, 1);
		const subject = toNode({ name: 'Subject', type: 'weChatSla', parameters }, 2);
		const main = (index: number, node: string, input: number) =>
			Array.from({ length: index + 1 }, (_, position) =>
				position === index ? [{ node, type: 'main' as const, index: input }] : [],
			);
		const { run, error } = await runWorkflow(
			[start, empty, subject],
			toItems([row('track', 'userMessage', '09:55')]),
			await testCredentials({}),
			{
				connections: {
					Start: {
						main: [
							[
								{ node: 'Subject', type: 'main', index: 0 },
								{ node: 'Empty', type: 'main', index: 0 },
							],
						],
					},
					Empty: { main: main(4, 'Subject', 1) },
				},
			},
		);
		expect(error).toBeUndefined();
		expect(run.data.resultData.runData.Subject?.[0]?.data?.main?.[0]).toHaveLength(1);
	});

	it('judges 10,000 cases in one run', async () => {
		const items = Array.from({ length: 10_000 }, (_, number) => [
			row(String(number), 'userMessage', '09:00', { tier: number % 2 ? 'vip' : 'question' }),
			row(String(number), 'personReply', number % 3 ? '09:20' : '09:50'),
		]).flat();
		const { outputs, error } = await sla({ items });
		expect(error).toBeUndefined();
		expect(outputs[2]).toHaveLength(3_334);
		expect(outputs[3]).toHaveLength(6_666);
		expect(outputs[4]).toHaveLength(10_000);
	});
});

describe('Calculate Deadline', () => {
	const parameters = { operation: 'calculateDeadline' };

	it('gives one item per deadline, limited by business hours and by WeChat', async () => {
		const { outputs } = await sla({
			items: [
				{ key: 'c1', start: '2026-11-24T20:50:00+08:00', tier: 'vip', channel: 'comment' },
				{ openId: 'oA', at: '2026-02-14 20:50', tier: 'Other' },
				{ openId: 'oB', start: '2026-12-31T20:50:00+08:00' },
			],
			parameters,
		});
		expect(outputs).toHaveLength(1);
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ caseId: 'c1', dueAt: '2026-11-25T01:20:00.000Z' }),
			// Spring Festival lasts nine days, WeChat's window two.
			expect.objectContaining({
				caseId: 'oA',
				dueAt: '2026-02-16T12:50:00.000Z',
				limitedBy: 'platformWindow',
			}),
			expect.objectContaining({ caseId: 'oB', tier: 'other', calendarCoverage: false }),
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('takes the start from its fields, and holidays that the operator entered', async () => {
		const { outputs } = await sla({
			items: [{}],
			parameters: {
				...parameters,
				start: '2026-12-31T20:50:00+08:00',
				tier: 'vip',
				channel: 'comment',
				metrics: ['firstResponse', 'resolution'],
			},
			options: { extraHolidays: '2027-01-01..2027-01-03' },
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({
				metric: 'firstResponse',
				dueAt: '2027-01-04T01:20:00.000Z',
				calendarCoverage: true,
			}),
			expect.objectContaining({ metric: 'resolution' }),
		]);
	});

	it('calculates 10,000 deadlines in one run', async () => {
		const items = Array.from({ length: 10_000 }, (_, number) => ({
			openId: `o${number}`,
			start: Date.parse(NOW) + number * 60_000,
		}));
		const { outputs } = await sla({ items, parameters });
		expect(outputs[0]).toHaveLength(10_000);
	});

	it.each([
		[{ start: 'tomorrow' }, {}, /\[Item 2\] 'start' is not a time: "tomorrow"/],
		[{}, {}, /\[Item 2\] 'start' is missing/],
		[{ start: NOW, tier: 'gold' }, {}, /\[Item 2\] 'tier' is "gold", for which there is no policy/],
		[{ start: NOW, channel: 'mail' }, {}, /\[Item 2\] 'channel' is "mail"/],
		[
			{ start: NOW },
			{ metrics: ['resolution'] },
			/\[Item 2\] 'Policies' have no target 'resolution' for the tier "other"/,
		],
	])('names item and field of %j', async (bad, more, problem) => {
		const items = [{ start: NOW, tier: 'vip' }, bad];
		const { error } = await sla({ items, parameters: { ...parameters, ...more } });
		expect(error?.message).toMatch(problem);
		expect(error?.description).toBeTruthy();
		const { outputs } = await sla({
			items,
			parameters: { ...parameters, ...more },
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ tier: 'vip' }),
			expect.objectContaining({ error: expect.stringMatching(problem) as string }),
		]);
	});
});

describe('Report', () => {
	const parameters = { operation: 'report', period: 'today' };

	it('gives figures by tier, what was late, and a text for staff', async () => {
		const { outputs } = await sla({ items: CASES, parameters });
		const [rows, breached, digest] = outputs.map(jsonOf);
		expect(rows?.map(({ tier, cases }) => [tier, cases])).toEqual([
			['negative', 1],
			['vip', 1],
			['question', 1],
			['other', 1],
			['all', 4],
		]);
		expect(rows?.[2]).toMatchObject({
			key: '2026-11-23T16:00:00.000Z|2026-11-24T16:00:00.000Z|question',
			label: '咨询',
			autoReplyPercent: 100,
			firstResponseCount: 1,
			firstResponseMet: 1,
			firstResponseMetPercent: 100,
			firstResponseMedianMinutes: 10,
			firstResponseP90ClockMinutes: 10,
			nextResponseMedianMinutes: null,
			resolutionOpen: 1,
		});
		expect(breached?.map(({ caseId }) => caseId)).toEqual(['late']);
		expect(digest?.[0]?.text).toContain(
			'咨询｜首次回复 1 次，达标 100%，中位 10 分钟，P90 10 分钟',
		);
		expect(digest?.[0]?.text).toContain('超时 1 条：\n1. 【已超时】负面 留言');
	});

	it('reports on a period of days', async () => {
		const custom = { operation: 'report', period: 'custom', from: '2026-11-20', to: '2026-11-23' };
		const { outputs } = await sla({ items: CASES, parameters: custom });
		expect(jsonOf(outputs[2])).toEqual([
			{
				from: '2026-11-19T16:00:00.000Z',
				to: '2026-11-23T16:00:00.000Z',
				text: '【回复时效】11-20 00:00 至 11-24 00:00\n没有新的私信或留言。',
			},
		]);
		const inverted = await sla({ items: CASES, parameters: { ...custom, to: '2026-11-01' } });
		expect(inverted.error?.message).toBe("'To' lies before 'From'");
		const text = await sla({ items: CASES, parameters: { ...custom, from: 'last week' } });
		expect(text.error?.message).toBe('\'From\' is not a day: "last week"');
	});
});

describe('what cannot be used', () => {
	const policy = (values: INodeParameters) => ({ policyTable: { policy: [values] } });
	const cases: Array<[string, INodeParameters, IDataObject, RegExp]> = [
		['inverted hours', { hoursSaturday: '18:00-09:00' }, {}, /'Saturday' holds "18:00-09:00"/],
		['overlapping hours', { hoursWorkdays: '09:00-12:00,11:00-18:00' }, {}, /'Monday to Friday'/],
		['no hours', { hoursWorkdays: '', hoursSaturday: '', hoursSunday: '' }, {}, /'Business Hours'/],
		['hours of one day', { businessHours: 'weekdays', hoursFriday: 'x' }, {}, /'Friday' holds "x"/],
		['a zone', {}, { timeZone: 'Mars' }, /'Time Zone' is not known/],
		['a holiday', {}, { extraHolidays: 'soon' }, /'Extra Holidays' holds "soon"/],
		['now', {}, { now: 'later' }, /'Now' is not a time/],
		['a threshold', {}, { riskPercent: 0 }, /'At Risk After \(%\)' is 0/],
		['a default tier', {}, { defaultTier: 'none' }, /'Default Tier' is "none"/],
		[
			'negative minutes',
			policy({ tier: 'vip', firstResponse: -5 }),
			{},
			/\[Policy 1\] 'firstResponse' is -5/,
		],
		['no target', policy({ tier: 'vip' }), {}, /\[Policy 1\] 'firstResponse' is empty/],
		['a policy without tier', policy({ firstResponse: 5 }), {}, /\[Policy 1\] 'tier' is missing/],
		['no policies', { policyTable: {} }, {}, /'Policies' are empty/],
		['policies', { policiesFrom: 'json', policies: '{"tier":1}' }, {}, /'Policies' is not a list/],
	];

	it.each(cases)('%s', async (_, parameters, options, problem) => {
		const given = { items: [row('a', 'userMessage', '09:00')], parameters, options };
		const { error } = await sla(given);
		expect(error?.message).toMatch(problem);
		const { outputs } = await sla({ ...given, onError: 'continueRegularOutput' });
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ error: expect.stringMatching(problem) as string }),
		]);
	});

	it.each([
		[{ kind: 'shout' }, /\[Item 2\] 'kind' is "shout"/],
		[{ kind: '' }, /\[Item 2\] 'kind' is missing/],
		[{ at: '24.11.2026' }, /\[Item 2\] 'at' is not a time: "24.11.2026"/],
		[{ tier: 'gold' }, /\[Item 2\] 'tier' is "gold"/],
		[{ caseId: '', openId: '' }, /\[Item 2\] 'openId' is missing/],
		[{ caseId: '', channel: 'comment', kind: 'personReply' }, /\[Item 2\] 'caseId' is missing/],
	])('a row with %j', async (change, problem) => {
		const bad = { ...row('b', 'userMessage', '09:00'), ...change };
		const items = [row('a', 'userMessage', '09:58'), bad];
		const { error } = await sla({ items });
		expect(error?.message).toMatch(problem);
		expect(error?.context?.itemIndex).toBe(1);
		const { outputs } = await sla({ items, onError: 'continueRegularOutput' });
		expect(jsonOf(outputs[0])).toEqual([
			expect.objectContaining({ error: expect.stringMatching(problem) as string }),
			expect.objectContaining({ caseId: 'a' }),
		]);
	});
});
