import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { buildWorkflow, runWorkflow, toNode } from '../../harness/engine';
import { addComment, seed } from '../../simulator/control';
import { at, message, rowsOf, secondsAt, sla } from './cases';

const RECORDS = '/customservice/msgrecord/getmsglist';
const COMMENTS = '/cgi-bin/comment/list';

describe('check', () => {
	const account = useAccount();
	const open = async (...items: IDataObject[]) => {
		const { error } = await sla(account, 'openCase', { items });
		expect(error).toBeUndefined();
	};
	const check = async (time: string, more = {}) =>
		await sla(account, 'check', { now: at(time), ...more });
	const said = (openid: string, time: string, text: string, opercode = 2002) =>
		account.state.chatRecords.push({
			openid,
			worker: 'kf1@gh_1',
			text,
			opercode,
			time: secondsAt(time),
		});

	it('tells of each case once when it is at risk and once when it is late', async () => {
		await open(message('oA', '要退货'));
		expect((await check('11:00')).outputs).toEqual([[], []]);
		expect((await check('11:30')).outputs).toMatchObject([
			[
				{
					openId: 'oA',
					status: 'atRisk',
					answersKnown: true,
					noticeKey: expect.stringMatching(/^warning:oA/) as string,
					summary:
						'【即将超时】其他 私信 首次回复 oA：截止 11-24 12:00，剩余 30 分钟工作时间\n「要退货」',
				},
			],
			[],
		]);
		expect((await check('11:31')).outputs).toEqual([[], []]);
		expect((await check('12:01')).outputs).toMatchObject([
			[],
			[{ openId: 'oA', status: 'breached' }],
		]);
		expect((await check('12:02')).outputs).toEqual([[], []]);
	});

	it('gives a warning to one of several runs at the same moment', async () => {
		await open(message('oA', '要退货'), message('oB', '发票', '09:59'));
		const runs = await Promise.all([check('12:10'), check('12:10'), check('12:10')]);
		const late = runs.flatMap(({ outputs }) => outputs[1] ?? []).map(({ openId }) => openId);
		expect(late.sort()).toEqual(['oA', 'oB']);
	});

	it('recognises the reply of a person in the chat records, and no thanks as a question', async () => {
		await open(message('oA', '要退货'), message('oB', '发票'));
		said('oA', '10:20', '已为您办理');
		said('oA', '10:21', '谢谢啦！', 2003);
		expect((await check('12:10')).outputs[1]).toMatchObject([{ openId: 'oB' }]);
		expect(rowsOf(account, 'cases')).toMatchObject([
			{ openId: 'oA', state: 'closed', closedBy: 'reply' },
			{ openId: 'oB', state: 'open' },
		]);
		said('oA', '12:20', '那运费呢？', 2003);
		expect((await check('14:25')).outputs[1]).toMatchObject([
			{ openId: 'oA', metric: 'nextResponse' },
		]);
	});

	it('reads the records as far back, whatever was answered by hand meanwhile', async () => {
		await open(message('oA', '要退货'), message('oB', '发票'));
		said('oA', '10:20', '已为您办理');
		const byHand = { items: [{ openId: 'oB' }], now: '2026-11-24T12:05:00+08:00' };
		await sla(account, 'closeCase', byHand);
		expect((await check('12:10')).outputs).toEqual([[], []]);
	});

	it('says so where the account has no chat records, and watches on', async () => {
		account.simulator.platform.faults.add({ path: RECORDS, errcode: 48001 });
		await open(message('oA', '要退货'));
		const { outputs, error } = await check('12:10');
		expect(error).toBeUndefined();
		expect(outputs[1]).toMatchObject([
			{
				answersKnown: false,
				answersProblem: expect.stringContaining('48001') as string,
				summary: expect.stringContaining('请关闭该会话') as string,
			},
		]);
		const byHand = await check('12:11', { answersFrom: 'hand' });
		expect(byHand.error).toBeUndefined();
		expect(account.calls(RECORDS)).toHaveLength(1);
	});

	it('looks for the reply to a comment before staff is warned, and only then', async () => {
		seed(account.simulator.platform, { articles: [{ msgDataId: 2247483647 }] });
		const { platform } = account.simulator;
		const add = (content: string) =>
			addComment(platform, { msgDataId: 2247483647, openId: 'oC', content });
		const [replied, waits, gone] = [add('一'), add('二'), add('三')];
		replied.reply = { content: '您好', createTime: secondsAt('10:30') };
		gone.isDeletedByUser = true;
		await open(
			...[replied, waits, gone].map(({ id, content }) => ({
				msgDataId: '2247483647',
				index: 0,
				userCommentId: String(id),
				openId: 'oC',
				content,
				createdAt: at('10:00'),
			})),
		);
		await check('11:00');
		expect(account.calls(COMMENTS)).toHaveLength(0);
		expect((await check('12:10')).outputs[1]).toMatchObject([{ text: '二', channel: 'comment' }]);
		expect(rowsOf(account, 'cases').map(({ closedBy }) => closedBy || 'open')).toEqual([
			'reply',
			'open',
			'left',
		]);
		await check('12:11');
		expect(account.calls(COMMENTS)).toHaveLength(1);
	});

	it("warns before WeChat's window closes; a new message of the follower opens it again", async () => {
		const policy = { keepRecordsIn: 'dataTables' };
		await open(message('oA', '要退货'));
		const tables = dataTablesOf(account.credentials).tables;
		const policies = tables.find(({ name }) => name.endsWith('_sla_policies'))?.rows ?? [];
		for (const row of policies) Object.assign(row, { firstResponse: 10_000, nextResponse: 10_000 });
		const warned = { ...policy, now: '2026-11-26T01:00:00+08:00' };
		expect((await sla(account, 'check', warned)).outputs[0]).toMatchObject([
			{ limitedBy: 'platformWindow', summary: expect.stringContaining('微信') as string },
		]);
		tables
			.find(({ name }) => name.endsWith('_interactions'))
			?.rows.push({
				id: 1,
				key: 'i1',
				openId: 'oA',
				kind: 'text',
				at: '2026-11-26T01:10:00.000+08:00',
			});
		const later = { ...policy, now: '2026-11-26T10:30:00+08:00' };
		expect((await sla(account, 'check', later)).outputs).toEqual([[], []]);
	});

	it('gives a warning again that WeChat Staff could not send, until it is sent', async () => {
		await open(message('oA', '要退货'));
		const webhookUrl = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=again';
		Object.assign(account.credentials.stored, { robotKind: 'weCom', webhookUrl });
		const answers = [45009, 0, 0];
		const bodies: string[] = [];
		nock('https://qyapi.weixin.qq.com')
			.persist()
			.post(/webhook/)
			.reply((_uri, body) => {
				bodies.push(JSON.stringify(body));
				return [200, { errcode: answers.shift() ?? 0, errmsg: '' }];
			});
		const flow = async (time: string) => {
			const parameters = { operation: 'check', options: { now: at(time) } };
			const nodes = [
				toNode({ name: 'Check', type: 'weChatSla', parameters }, 0),
				toNode(
					{
						name: 'Staff',
						type: 'weChatStaff',
						parameters: { operation: 'notify' },
						moreCredentials: ['weChatStaffRobotApi'],
						onError: 'continueRegularOutput',
					},
					1,
				),
			];
			await runWorkflow(nodes, [{ json: {} }], account.credentials);
		};
		for (const time of ['11:30', '11:31', '11:33', '11:36', '11:39']) await flow(time);
		nock.cleanAll();
		expect(bodies).toHaveLength(2);
		expect(new Set(bodies).size).toBe(2);
		expect(rowsOf(account, 'sent_log')).toMatchObject([{ state: 'sent' }]);
	});

	it('tells of what an open case without its row waits for', async () => {
		await open(message('oA', '要退货'));
		const table = dataTablesOf(account.credentials).tables.find(({ name }) =>
			name.endsWith('_cases'),
		);
		if (table) table.rows = [];
		expect((await check('12:10')).outputs[1]).toMatchObject([{ openId: 'oA', text: '要退货' }]);
	});

	it('reports by tier, and says it in Chinese', async () => {
		await open(message('oA', '要退货'), message('oB', '投诉', '10:00', { tier: 'negative' }));
		said('oA', '10:40', '好的，已办理');
		await check('11:00');
		const { outputs } = await sla(account, 'getReport', { now: at('20:00'), period: 'today' });
		expect(outputs[0]).toMatchObject([
			{
				cases: 2,
				inTime: 1,
				late: 1,
				inTimePercent: 50,
				medianMinutes: 40,
				p90Minutes: 40,
				summary: expect.stringMatching(
					/^【回复时效】[\s\S]*投诉｜首次回复 1 次[\s\S]*超时 1 条/,
				) as string,
			},
		]);
		expect(outputs[0]).toHaveLength(1);
	});

	it('gives nothing where nothing waits, and calls nothing', async () => {
		expect((await check('10:00')).outputs).toEqual([[], []]);
		expect(account.calls()).toHaveLength(0);
	});

	it('has an input for rows only where rows come', async () => {
		const node = toNode({ name: 'Subject', type: 'weChatSla', parameters: { operation: 'check' } });
		const workflow = await buildWorkflow([node]);
		const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		expect(String(description.inputs)).toContain('["calculateDeadline","evaluate","report"]');
	});
});
