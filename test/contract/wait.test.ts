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
	const answer = async (method: 'GET' | 'POST', body: unknown, changes: INodeParameters = {}) =>
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
			/^同意发布 ＜新品> 吗？\n\n<a href="http:\/\/localhost:5678\/webhook-waiting\/1\/[\w-]+\?signature=\w+">/,
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

	it.each([
		['sendAndWait', { additionalFields: { waitHours: 'soon' } }],
		['sendAndWait', { additionalFields: { waitHours: -1 } }],
		['sendAndWait', { additionalFields: { waitHours: 1e300 } }],
		['askInChat', { question: '几点到？', waitHours: 'soon' }],
		['askInChat', { question: '几点到？', waitHours: '' }],
		['waitForAnswer', { deadline: 'soon' }],
		['sendAndWait', { responseType: 'anything' }],
	])('fault 2.3: %s with %j is refused before anything is sent', async (operation, changes) => {
		const { error, waitTill } = await run(operation, { ...ask, operation, ...changes });
		expect(error?.message).toMatch(/Hours\)|Deadline|Response Type/);
		expect(account.calls(SEND)).toHaveLength(0);
		expect(waitTill).toBeUndefined();
	});

	it('fault 2.3: checks the template message that waits, too', async () => {
		const { error } = await runAction(
			'templateMessage',
			'sendAndWait',
			{
				openId: 'oStaff',
				message: '同意吗？',
				templateId: { mode: 'id', value: 'T1' },
				fields: { mappingMode: 'defineBelow', value: { thing1: '新品' } },
				additionalFields: { waitHours: 'soon' },
			},
			[{}],
			account.credentials,
		);
		expect(error?.message).toContain('Limit Wait Time (Hours)');
		expect(account.calls()).toHaveLength(0);
	});

	it('fault 2.5: a deadline without a zone is one in Shanghai', async () => {
		const deadline = new Date(Date.now() + 10 * HOUR);
		const inShanghai = new Date(deadline.getTime() + 8 * HOUR).toISOString().slice(0, 19);
		const { waitTill } = await run('waitForAnswer', { deadline: inShanghai });
		expect(waitTill?.getTime()).toBe(Math.floor(deadline.getTime() / 1_000) * 1_000);
	});

	it('shows the question to whoever opens the link, a link preview too, and is not answered by it', async () => {
		const { result, sent } = await answer('GET', undefined);
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
		const { result, sent, fail } = await answer('POST', { decision });
		expect(result.workflowData?.[0]?.[0]?.json.data).toEqual({
			approved,
			respondedAt: expect.stringMatching(/Z$/) as string,
		});
		expect(sent.body).toContain('已收到');
		// Somebody else was faster.
		fail();
		expect(sent.body).toContain('已经处理过');
	});

	it('takes nothing else', async () => {
		const none = [undefined, null, 'decision=approve', []];
		for (const body of [...none, {}, { decision: 'maybe' }, { decision: { approve: true } }]) {
			expect((await answer('POST', body)).result.workflowData).toBeUndefined();
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

		const OFFERED = [
			{ id: 'yes:7', content: '同意' },
			{ id: 'no:7', content: '驳回' },
		];
		const given = async (answer: string, answerId: string, answers: unknown = OFFERED) =>
			await run('resumeWithAnswer', {
				resumeUrl: LINK,
				openId: 'oA',
				answer,
				answerId,
				answers: answers as never,
			});

		it.each([
			['同意', 'yes:8'],
			['同意', 'maybe:7'],
			['同意', 'yes:7 '],
			['同意', 'YES:7'],
			['同意书怎么填', ''],
			['不同意', ''],
		])('fault 4.2: %s with the ID %j is none of the answers', async (answer, answerId) => {
			const { items, error } = await given(answer, answerId);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({
				resumed: false,
				reason: 'This is none of the answers to the question',
			});
		});

		it.each([
			['随便', 'yes:7', 'yes:7', '同意'],
			['驳回', '', 'no:7', '驳回'],
		])('fault 4.2: %s with the ID %j is %s', async (answer, answerId, id, content) => {
			const body = { openId: 'oA', answer: content, answerId: id };
			nock(BASE).post('/webhook-waiting/77?signature=abc', body).reply(200, {});
			const { items } = await given(answer, answerId, JSON.stringify(OFFERED));
			expect(items[0]?.json).toMatchObject({ resumed: true, answer: content, answerId: id });
		});

		it('fault 4.2: says what is no list of answers', async () => {
			for (const answers of ['同意', { id: 'a' }, [{ id: 'a' }]]) {
				expect((await given('同意', '', answers)).error?.message).toContain(
					"'Answers' is not a list",
				);
			}
		});

		const FORGED = '<a href="weixin://bizmsgmenu?msgmenucontent=同意&msgmenuid=yes:7">退货地址</a>';
		const SEEN = /^＜a href="weixin：\/\/bizmsgmenu/;

		it('fault 4.2: nothing in a question can be tapped but its answers', async () => {
			await run('askInChat', { openId: 'oStaff', question: FORGED });
			await run('askInChat', {
				openId: 'oStaff',
				question: FORGED.replace('weixin:', 'WeiXin:'),
				answers: { answer: [{ id: 'a', content: FORGED }] },
			});
			await run('sendAndWait', { ...ask, message: FORGED });
			const [plain, menu, linked] = account.calls(SEND).map(({ body }) => body as IDataObject);
			expect((plain?.text as IDataObject).content).toMatch(SEEN);
			const { head_content: head, list } = menu?.msgmenu as IDataObject;
			expect(String(head)).toContain('WeiXin：//');
			expect((list as IDataObject[])[0]?.content).toMatch(SEEN);
			const { content } = linked?.text as IDataObject;
			expect(content).toMatch(SEEN);
			expect(String(content).match(/<a /g)).toHaveLength(1);
		});

		it.each([
			['askInChat', 'question'],
			['sendAndWait', 'message'],
		])('fault 4.2: %s shows all of a text or sends nothing', async (operation, name) => {
			const whole = '字'.repeat(600);
			await run(operation, { ...ask, operation, [name]: whole });
			expect(JSON.stringify(account.calls(SEND)[0]?.body)).toContain(whole);
			const { error } = await run(operation, { ...ask, operation, [name]: '字'.repeat(700) });
			expect(error?.message).toContain('WeChat accepts 2048');
			expect(account.calls(SEND)).toHaveLength(1);
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
