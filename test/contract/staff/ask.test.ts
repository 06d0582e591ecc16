import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { questionKeyOf } from '../../../nodes/WeChatStaff/operations/keys';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runWorkflow, toNode } from '../../harness/engine';
import { StaffRobots } from '../../harness/staffRobot';
import { callWaiting } from '../../harness/triggers';

const HOUR = 3_600_000;
const ROBOT = 'weChatStaffRobotApi';
const HOSTILE =
	'={{ $execution.id }} <script>alert(1)</script> <a href="weixin://bizmsgmenu?msgmenuid=yes">地址</a> @all $& {{ $json }}';

describe('ask', () => {
	const account = useAccount();
	const robots = new StaffRobots();
	let executions = 0;

	const spec = (parameters: INodeParameters, type = 'weChatStaff') => ({
		name: 'Ask boss',
		type,
		parameters: { operation: 'sendAndWait', ...parameters },
		moreCredentials: [ROBOT],
	});

	/** One execution; each is another one, unless it is named. */
	const ask = async (
		items: IDataObject[],
		parameters: INodeParameters = {},
		executionId = `e${++executions}`,
	) => {
		const nodes = [
			toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, 0),
			toNode(spec(parameters), 1),
		];
		const given = items.map((json): INodeExecutionData => ({ json }));
		const { run, error } = await runWorkflow(nodes, given, account.credentials, { executionId });
		const outputs = run.data.resultData.runData['Ask boss']?.[0]?.data?.main ?? [];
		return {
			error,
			waitTill: run.waitTill ?? undefined,
			before: (outputs[3] ?? []).map(({ json }) => json.decision as IDataObject),
			staff: (outputs[3] ?? []).map(({ json }) => json.staff),
		};
	};
	const rows = () => dataTablesOf(account.credentials).rows('decisions');
	/** The link of the last message. */
	const link = (): URL => {
		const found = /http:\/\/localhost:5678\/webhook-waiting\/[^\s)"\\]+/.exec(
			robots.contents.at(-1) ?? '',
		);
		return new URL(found?.[0] ?? 'none:');
	};
	const open = async (
		item: IDataObject,
		parameters: INodeParameters = {},
		{ method = 'GET', body, url = link(), type }: Opening = {},
	) =>
		await callWaiting(
			spec(parameters, type),
			account.credentials,
			{ method, body, query: Object.fromEntries(url.searchParams) },
			{ json: item },
		);
	interface Opening {
		method?: 'GET' | 'POST';
		body?: unknown;
		url?: URL;
		type?: string;
	}
	const decide = async (
		item: IDataObject,
		body: unknown,
		parameters: INodeParameters = {},
		more: Opening = {},
	) => await open(item, parameters, { ...more, method: 'POST', body });

	beforeEach(() => robots.open(account.credentials, 'weCom'));
	afterEach(() => robots.reset());

	const ITEM = { summary: '给小王退款 50 元？', noticeKey: 'r1', openId: 'oFan' };

	it('sends the question with a signed link, notes it, and waits', async () => {
		const { error, waitTill } = await ask([ITEM], { title: '待审批', waitHours: 2 }, 'e-first');
		expect(error).toBeUndefined();
		expect(Math.abs((waitTill?.getTime() ?? 0) - Date.now() - 2 * HOUR)).toBeLessThan(60_000);
		const { content } = robots.sent[0]?.body.markdown as { content: string };
		expect(content).toMatch(
			/^\*\*待审批\*\*\n给小王退款 50 元？\n\[查看并决定\]\(http:\/\/localhost:5678\/webhook-waiting\/e-first\/[^)]+signature=\w+\)$/,
		);
		expect(rows()).toMatchObject([
			{
				key: 'decision:Ask boss:r1',
				question: ITEM.summary,
				state: 'asked',
				askedOf: 'WeCom',
				execution: 'e-first',
				openId: 'oFan',
			},
		]);
	});

	it('shows the question, a link preview too, and decides nothing by that', async () => {
		await ask([ITEM], { asksReason: true });
		const { result, sent } = await open(ITEM, { asksReason: true });
		expect(result.workflowData).toBeUndefined();
		expect(sent.body).toContain('给小王退款 50 元？');
		expect(sent.body).toContain('理由（可不填）');
		expect(sent.headers['content-security-policy']).toContain("default-src 'none'");
		expect(sent.headers['cache-control']).toBe('no-store');
	});

	it.each([
		['yes', 1, true, '好的'],
		['no', 2, false, '驳回'],
	])('gives the item with the decision: %s', async (decision, output, approved, answer) => {
		const parameters = { asksReason: true, details: { yesLabel: '好的' } };
		await ask([ITEM], parameters);
		const body = { decision, answer: ' 因为 <b> ' };
		const { result, sent, fail } = await decide(ITEM, body, parameters);
		expect(result.workflowData?.map(({ length }) => length)).toEqual(
			[0, 1, 2, 3].map((position) => (position === output ? 1 : 0)),
		);
		expect(result.workflowData?.[output]?.[0]?.json).toEqual({
			...ITEM,
			decision: {
				key: 'Ask boss:r1',
				approved,
				answer,
				reason: '因为 <b>',
				question: ITEM.summary,
				answeredAt: expect.stringMatching(/Z$/) as string,
			},
		});
		expect(sent.body).toContain(`已收到您的回复：${answer}`);
		fail();
		expect(sent.body).toContain('已经处理过');
	});

	it('fault 4.2: takes nothing but its own buttons as consent, and no reason unasked', async () => {
		await ask([ITEM]);
		const wrong = [{}, { decision: 'YES' }, { decision: 'approve' }, { decision: ['yes'] }];
		const none = [undefined, null, 'decision=yes', [], { decision: { yes: true } }];
		for (const body of [...wrong, ...none, { msgmenuid: 'yes' }]) {
			const { result, sent } = await decide(ITEM, body);
			expect(result.workflowData).toBeUndefined();
			expect(sent.body).toContain('>同意</button>');
		}
		const { result } = await decide(ITEM, { decision: 'yes', answer: '悄悄话' });
		expect(result.workflowData?.[1]?.[0]?.json.decision).toMatchObject({ reason: '' });
	});

	it('the link of one question does not answer the next one of a loop', async () => {
		await ask([{ summary: '一' }]);
		const url = link();
		const { result, sent } = await decide({ summary: '二' }, { decision: 'yes' }, {}, { url });
		expect(result.workflowData).toBeUndefined();
		expect(sent.body).toContain('已经处理过');
		expect(sent.body).not.toContain('二');
	});

	it('fault 4.2: the page shows all of a text, and the message says that it holds the beginning', async () => {
		for (const kind of ['weCom', 'dingTalk', 'feishu'] as const) {
			robots.reset();
			robots.open(account.credentials, kind);
			const item = { summary: `开头${'<很'.repeat(4_000)}结尾`, noticeKey: kind };
			expect((await ask([item], { call: 'all' })).error).toBeUndefined();
			expect(robots.contents[0]).toContain('以上只是开头，全文请看链接');
			expect(robots.contents[0]).toContain('开头');
			expect(robots.contents[0]).not.toContain('结尾');
			const { sent } = await open(item);
			expect(sent.body).toContain(`开头${'&lt;很'.repeat(4_000)}结尾`);
		}
	});

	it('what followers wrote is inert in the message, on the page and in the records', async () => {
		const item = { summary: HOSTILE, noticeKey: HOSTILE };
		const { error } = await ask([item], { title: HOSTILE });
		expect(error).toBeUndefined();
		expect(robots.contents[0]).not.toMatch(/@all|<script|<a |weixin:\/\//);
		const { sent } = await open(item, { title: HOSTILE });
		const [, body = ''] = sent.body.split('</head>');
		expect(body).not.toMatch(/<script|<a |\{\{|\$/);
		expect(rows()[0]).toMatchObject({ question: HOSTILE });
		const { result } = await decide(item, { decision: 'no' });
		expect(result.workflowData?.[2]?.[0]?.json).toMatchObject(item);
	});

	it('asks a member of the staff in the chat, with nothing else to tap', async () => {
		account.state.allow(account.state.addFollower('oBoss'), 5, HOUR);
		const { error, waitTill } = await ask([{ summary: HOSTILE }], {
			sendTo: 'member',
			openId: 'oBoss',
		});
		expect(error).toBeUndefined();
		expect(waitTill).toBeDefined();
		const [call] = account.calls('/cgi-bin/message/custom/send');
		const { content } = (call?.body as IDataObject).text as { content: string };
		expect(content.match(/<a /g)).toHaveLength(1);
		expect(content).toMatch(
			/<a href="http:\/\/localhost:5678\/webhook-waiting\/[^"]+">查看并决定<\/a>$/,
		);
		expect(content).not.toMatch(/weixin:/);
	});

	it('one question with the same key, however often and at once it runs', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.trim() !== ''),
				fc.integer({ min: 1, max: 3 }),
				fc.integer({ min: 0, max: 2 }),
				async (key, atOnce, later) => {
					robots.reset();
					robots.open(account.credentials, 'weCom');
					const details = { key: `${executions}${key}` };
					const run = async () => await ask([{ summary: '问' }], { details });
					const outcomes = await Promise.all(Array.from({ length: atOnce }, run));
					for (let count = 0; count < later; count++) outcomes.push(await run());
					expect(outcomes.filter(({ error }) => error)).toEqual([]);
					expect(robots.sent).toHaveLength(1);
					expect(outcomes.filter(({ waitTill }) => waitTill)).toHaveLength(1);
					expect(outcomes.filter(({ before }) => before.length === 1)).toHaveLength(
						outcomes.length - 1,
					);
				},
			),
			{ numRuns: 15 },
		);
	});

	it('tells a second run what was asked, and once it was told, what was decided', async () => {
		await ask([ITEM]);
		const {
			before: [asked],
			staff,
		} = await ask([ITEM]);
		expect(staff).toEqual([{ status: 'alreadySent' }]);
		expect(asked).toMatchObject({ question: ITEM.summary, approved: null, answeredAt: null });
		const { result } = await decide(ITEM, { decision: 'no' });
		const decided = result.workflowData?.[2]?.[0]?.json ?? {};
		const notify = toNode({
			name: 'Tell',
			type: 'weChatStaff',
			parameters: { operation: 'notify', text: '={{ $json.decision.answer }}' },
			moreCredentials: [ROBOT],
		});
		const start = toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' });
		await runWorkflow([start, notify], [{ json: decided }], account.credentials);
		expect(robots.contents.at(-1)).toContain('驳回');
		expect(rows()).toMatchObject([{ state: 'no', answer: '驳回' }]);
		const [again] = (await ask([ITEM])).before;
		expect(again).toMatchObject({ approved: false, answer: '驳回' });
	});

	it('the same execution waits on until the deadline of its question', async () => {
		const { waitTill } = await ask([ITEM], { waitHours: 5 }, 'e-same');
		const again = await ask([ITEM], { waitHours: 9 }, 'e-same');
		expect(robots.sent).toHaveLength(1);
		expect(again.waitTill?.getTime()).toBe(waitTill?.getTime());
	});

	it('another node of the same execution does not wait for the answer to the same key', async () => {
		const own = { details: { key: 'own' } };
		await ask([ITEM], own, 'e-same');
		const boss = toNode({ ...spec(own), name: 'Ask somebody else' });
		const start = toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' });
		const { run } = await runWorkflow([start, boss], [{ json: ITEM }], account.credentials, {
			executionId: 'e-same',
		});
		expect(run.waitTill).toBeFalsy();
		const [task] = run.data.resultData.runData['Ask somebody else'] ?? [];
		expect(task?.data?.main?.[3]).toHaveLength(1);
	});

	it('asks nobody and waits for nobody when the robot refuses; the next run asks', async () => {
		robots.answer = () => [200, { errcode: 93000, errmsg: 'invalid webhook url' }];
		const refused = await ask([ITEM]);
		expect(refused.error?.message).toContain('93000');
		expect(refused.waitTill).toBeUndefined();
		expect(rows()).toEqual([]);
		robots.answer = () => [200, { errcode: 0 }];
		expect((await ask([ITEM])).waitTill).toBeDefined();
	});

	it('waits when the message may have arrived, and never asks again', async () => {
		robots.answer = () => [502, '<html>bad gateway</html>'];
		const { error, waitTill } = await ask([ITEM]);
		expect(error).toBeUndefined();
		expect(waitTill).toBeDefined();
		robots.answer = () => [200, { errcode: 0 }];
		expect((await ask([ITEM])).staff).toEqual([{ status: 'unknown' }]);
		expect(robots.sent).toHaveLength(1);
	});

	it('asks once at most when it is killed at any step, and whoever was asked is awaited', async () => {
		const tables = dataTablesOf(account.credentials);
		for (let step = 1; step <= 8; step++) {
			robots.reset();
			robots.open(account.credentials, 'weCom');
			let count = 0;
			tables.beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			const item = { summary: `第 ${step} 条`, noticeKey: `k${step}` };
			const first = await ask([item], {}, `k${step}`);
			tables.beforeStep = () => undefined;
			const next = await ask([item], {}, `k${step}`);
			expect(robots.sent.length).toBeLessThanOrEqual(1);
			const isAwaited = [first, next].some(({ waitTill }) => waitTill);
			if (robots.sent.length === 1) expect([step, isAwaited]).toEqual([step, true]);
		}
	});

	it('asks with each execution and each turn of a loop when the item has no key', async () => {
		await ask([{ summary: '没有键' }], {}, 'e-one');
		await ask([{ summary: '没有键' }], {}, 'e-two');
		expect(rows().map(({ key }) => key)).toEqual([
			'decision:run:e-one:Ask boss',
			'decision:run:e-two:Ask boss',
		]);
		const run = { executionId: 'e', nodeName: 'Ask', runIndex: 0 };
		expect(questionKeyOf({ ...run, runIndex: 1 }, {}, '')).not.toBe(questionKeyOf(run, {}, ''));
	});

	it('a key of the item counts for its node; one of your own counts everywhere', () => {
		const [staff, boss] = ['Ask staff', 'Ask boss'].map((nodeName) => ({
			executionId: 'e',
			nodeName,
			runIndex: 0,
		}));
		if (!staff || !boss) throw new Error('There are two');
		const byMessage = { wechat: { dedupeKey: 'm1' } };
		expect(questionKeyOf(staff, byMessage, ' ')).toBe('Ask staff:m1');
		expect(questionKeyOf(boss, byMessage, undefined)).toBe('Ask boss:m1');
		expect(questionKeyOf(boss, { noticeKey: 'n1' }, 'own')).toBe('own');
	});

	it.each([
		[[{ summary: '一' }, { summary: '二' }], {}, "'Ask' got 2 items"],
		[[{ summary: ' ' }], {}, "'Question' is empty"],
		[[{ summary: '一' }], { waitHours: 1e300 }, "'Wait at Most (Hours)' is too large"],
		[[{ summary: '一' }], { waitHours: 'soon' }, "'Wait at Most (Hours)' is not a number"],
	])('says what is wrong before anything is sent: %j %j', async (items, parameters, message) => {
		const { error, waitTill } = await ask(items, parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(waitTill).toBeUndefined();
		expect(robots.sent).toEqual([]);
		expect(rows()).toEqual([]);
	});

	it('tells an agent whether its tool may run, by the first output', async () => {
		await ask([ITEM]);
		const type = 'weChatStaffTool';
		const { result } = await decide(ITEM, { decision: 'yes' }, {}, { type });
		expect(result.workflowData).toMatchObject([[{ json: { approved: true } }]]);
	});
});
