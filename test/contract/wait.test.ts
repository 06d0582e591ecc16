import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';
import { callWaiting } from '../harness/triggers';

const SEND = '/cgi-bin/message/custom/send';
const BASE = 'http://localhost:5678';
const LINK = `${BASE}/webhook-waiting/77?signature=abc`;
const HOUR = 3_600_000;

describe('send and wait', () => {
	const account = useAccount();
	const ask: INodeParameters = {
		resource: 'customerServiceMessage',
		operation: 'sendAndWait',
		openId: 'oStaff',
		message: '同意发布 <新品> 吗？',
	};
	const run = async (operation: string, parameters: INodeParameters) =>
		await runAction('customerServiceMessage', operation, parameters, [{}], account.credentials);
	const answer = async (method: 'GET' | 'POST', body: IDataObject, changes: INodeParameters = {}) =>
		await callWaiting(
			{ name: 'Node', type: 'weChatOfficialAccount', parameters: { ...ask, ...changes } },
			account.credentials,
			{ method, body },
		);

	beforeEach(() => {
		account.state.allow(account.state.addFollower('oStaff'), 5, HOUR);
	});

	it('sends the question with a signed link and waits as long as is said', async () => {
		const { waitTill, error } = await run('sendAndWait', {
			...ask,
			additionalFields: { waitHours: 2 },
		});
		expect(error).toBeUndefined();
		const { content } = (account.calls(SEND)[0]?.body as { text: { content: string } }).text;
		expect(content).toMatch(
			/^同意发布 <新品> 吗？\n\n<a href="http:\/\/localhost:5678\/webhook-waiting\/1\/[\w-]+\?signature=\w+">/,
		);
		expect((waitTill?.getTime() ?? 0) - Date.now()).toBeGreaterThan(1.9 * HOUR);
		expect((waitTill?.getTime() ?? 0) - Date.now()).toBeLessThan(2.1 * HOUR);
	});

	it('does not wait when the question could not be sent', async () => {
		account.simulator.platform.faults.add({ path: SEND, errcode: 45015 });
		const { waitTill, error } = await run('sendAndWait', ask);
		expect(error?.message).toContain('45015');
		expect(waitTill).toBeUndefined();
	});

	it('shows the question to whoever opens the link, a link preview too, and is not answered by it', async () => {
		const { result, sent } = await answer('GET', {});
		expect(result.workflowData).toBeUndefined();
		expect(sent.body).toContain('同意发布 &lt;新品&gt; 吗？');
		expect(sent.body).toContain('>同意</button>');
		expect(sent.body).toContain('>拒绝</button>');
		expect(sent.body).not.toContain('<textarea');
		expect(sent.headers['content-security-policy']).toContain("default-src 'none'");
	});

	it.each([
		['approve', true],
		['decline', false],
	])('takes %s', async (decision, approved) => {
		const { result, sent } = await answer('POST', { decision });
		expect(result.workflowData?.[0]?.[0]?.json.data).toEqual({
			approved,
			respondedAt: expect.stringMatching(/Z$/) as string,
		});
		expect(sent.body).toContain('已收到');
	});

	it('takes nothing else', async () => {
		for (const body of [{}, { decision: 'maybe' }, { decision: { approve: true } }]) {
			expect((await answer('POST', body as IDataObject)).result.workflowData).toBeUndefined();
		}
		const single = {
			approvalOptions: { values: { approvalType: 'single', approveLabel: '知道了' } },
		};
		const { result, sent } = await answer('POST', { decision: 'decline' }, single);
		expect(result.workflowData).toBeUndefined();
		expect(sent.body).toContain('知道了');
		expect(sent.body).not.toContain('拒绝');
	});

	it('takes a free text, but not an empty one', async () => {
		const free = { responseType: 'freeText' };
		const { sent } = await answer('GET', {}, free);
		expect(sent.body).toContain('<textarea');
		const blank = await answer('POST', { decision: 'answer', answer: ' \n' }, free);
		expect(blank.result.workflowData).toBeUndefined();
		const { result } = await answer('POST', { decision: 'answer', answer: ' 改标题 ' }, free);
		expect(result.workflowData?.[0]?.[0]?.json.data).toMatchObject({ text: '改标题' });
	});

	describe('in the chat', () => {
		const bring = async (resumeUrl: string) =>
			await run('resumeWithAnswer', {
				resumeUrl,
				openId: 'oA',
				answer: '下午三点',
				answerId: '2',
			});

		afterEach(() => {
			nock.cleanAll();
		});

		it('gives the row to keep', async () => {
			const { items } = await run('askInChat', {
				openId: 'oStaff',
				question: '几点到店？',
				waitHours: 3,
			});
			expect(items[0]?.json).toMatchObject({
				openId: 'oStaff',
				question: '几点到店？',
				answered: false,
				resumeUrl: expect.stringContaining('/webhook-waiting/1') as string,
			});
			const deadline = new Date(String(items[0]?.json.deadline)).getTime();
			expect(Math.abs(deadline - Date.now() - 3 * HOUR)).toBeLessThan(60_000);
		});

		it('waits until the deadline of the row', async () => {
			const deadline = new Date(Date.now() + HOUR).toISOString();
			expect((await run('waitForAnswer', { deadline })).waitTill?.toISOString()).toBe(deadline);
			const { error, waitTill } = await run('waitForAnswer', { deadline: '明天' });
			expect(error?.message).toContain("'Deadline' is not a date");
			expect(waitTill).toBeUndefined();
		});

		it('gives the answer to the flow that waits', async () => {
			const body = { openId: 'oA', answer: '下午三点', answerId: '2' };
			const { result } = await answer('POST', body, { operation: 'waitForAnswer' });
			expect(result.workflowData?.[0]?.[0]?.json).toMatchObject({ ...body, answered: true });
			expect(result.webhookResponse).toEqual({ resumed: true });
		});

		it('brings the answer, and once more while the flow that asked has not begun to wait', async () => {
			const waiting = nock(BASE);
			waiting
				.post('/webhook-waiting/77?signature=abc')
				.reply(409, { message: 'The execution "77" is running already.' });
			waiting
				.post('/webhook-waiting/77?signature=abc', {
					openId: 'oA',
					answer: '下午三点',
					answerId: '2',
				})
				.reply(200, { resumed: true });
			const { items } = await bring(LINK);
			expect(items[0]?.json).toMatchObject({ resumed: true, reason: null });
			expect(waiting.isDone()).toBe(true);
		});

		it('says who was too late', async () => {
			nock(BASE)
				.post('/webhook-waiting/77?signature=abc')
				.reply(409, { message: 'The execution "77" has finished already.' });
			expect((await bring(LINK)).items[0]?.json).toMatchObject({
				resumed: false,
				reason: 'The question has been answered before',
			});
			nock(BASE).post('/webhook-waiting/77?signature=abc').reply(404, {});
			expect((await bring(LINK)).items[0]?.json).toMatchObject({
				resumed: false,
				reason: 'Nobody waits for this answer any more',
			});
		});

		it.each(['http://evil.example/webhook-waiting/1', `${BASE}/rest/users`, 'no link'])(
			'follows no other link: %s',
			async (link) => {
				const { error } = await bring(link);
				expect(error?.message).toMatch(/not a link of this n8n/);
			},
		);
	});
});
