import { createHmac } from 'node:crypto';
import nock from 'nock';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runNode, runWorkflow, toNode } from '../../harness/engine';
import { StaffRobots, type RobotKind } from '../../harness/staffRobot';

const HOSTILE = '@all <@all> [点](https://evil.example) **x** ={{ $execution.id }} =1+1';

describe('notify', () => {
	const account = useAccount();
	const robots = new StaffRobots();
	const robot = (kind: RobotKind, more?: IDataObject) =>
		robots.open(account.credentials, kind, more);

	const notify = async (
		items: IDataObject[],
		parameters: INodeParameters = {},
		onError?: INode['onError'],
	) => {
		const { run, error } = await runNode(
			{
				type: 'weChatStaff',
				parameters: { operation: 'notify', ...parameters },
				moreCredentials: ['weChatStaffRobotApi'],
				onError,
			},
			items,
			account.credentials,
		);
		const main = run.data.resultData.runData.Subject?.[0]?.data?.main?.[0] ?? [];
		return { error, items: main.map(({ json }) => json) };
	};
	const contents = () => robots.contents;

	afterEach(() => robots.reset());

	it('writes to WeCom with title, text and link', async () => {
		robot('weCom');
		const { items, error } = await notify(
			[{ summary: '粉丝在等', noticeKey: 'n1', link: 'https://mp.weixin.qq.com/s/a(b)' }],
			{ title: '回复提醒' },
		);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ noticeKey: 'n1', staff: { status: 'sent' } }]);
		expect(robots.sent[0]?.query.get('key')).toBe(`K${robots.count}`);
		expect(robots.sent[0]?.body).toEqual({
			msgtype: 'markdown',
			markdown: {
				content: '**回复提醒**\n粉丝在等\n[查看](https://mp.weixin.qq.com/s/a%28b%29)',
			},
		});
	});

	it('tells of one decision by each node that is to, and by none of them twice', async () => {
		robot('weCom');
		const decided = { decision: { key: 'r1', approved: true }, summary: '已同意' };
		const tell = async (name: string, summary: string) => {
			const node = toNode({
				name,
				type: 'weChatStaff',
				parameters: { operation: 'notify' },
				moreCredentials: ['weChatStaffRobotApi'],
			});
			const { error } = await runWorkflow(
				[node],
				[{ json: { ...decided, summary } }],
				account.credentials,
			);
			expect(error).toBeUndefined();
		};
		await tell('Agreed', '已同意');
		await tell('Agreed', '已同意');
		await tell('Not sent', '没有发出去');
		expect(robots.sent.map(({ body }) => body.markdown)).toEqual([
			{ content: '已同意' },
			{ content: '没有发出去' },
		]);
	});

	it('calls everybody or some, as each robot wants it', async () => {
		robot('weCom');
		await notify([{ summary: '超时', noticeKey: 'c1' }], { call: 'all' });
		await notify([{ summary: '超时', noticeKey: 'c2' }], {
			call: 'mobiles',
			mobiles: '13800000000，13900000000',
		});
		expect(robots.sent.map(({ body }) => body.text)).toEqual([
			{ content: '超时', mentioned_list: ['@all'] },
			{ content: '超时', mentioned_mobile_list: ['13800000000', '13900000000'] },
		]);
		nock.cleanAll();
		robot('dingTalk');
		await notify([{ summary: '超时', noticeKey: 'c3' }], {
			call: 'mobiles',
			mobiles: '13800000000',
		});
		expect(robots.sent[2]?.body).toMatchObject({
			at: { isAtAll: false, atMobiles: ['13800000000'] },
		});
		nock.cleanAll();
		robot('feishu');
		await notify([{ summary: '超时', noticeKey: 'c4' }], { call: 'all' });
		expect(contents()[3]).toContain('<at id=all></at>');
		const { error } = await notify([{ summary: '超时', noticeKey: 'c5' }], {
			call: 'mobiles',
			mobiles: '13800000000',
		});
		expect(error?.message).toContain('Feishu cannot call people');
	});

	it('signs for DingTalk in the address and for Feishu in the message', async () => {
		robot('dingTalk', { signingSecret: 'S' });
		await notify([{ summary: '一' }]);
		const { query } = robots.sent[0] ?? {};
		const timestamp = query?.get('timestamp') ?? '';
		expect(query?.get('sign')).toBe(
			createHmac('sha256', 'S').update(`${timestamp}\nS`).digest('base64'),
		);
		expect(query?.get('access_token')).toBe(`T${robots.count}`);
		nock.cleanAll();
		robot('feishu', { signingSecret: 'S' });
		await notify([{ summary: '一' }]);
		const { body } = robots.sent[1] ?? {};
		expect(body?.sign).toBe(
			createHmac('sha256', `${String(body?.timestamp)}\nS`)
				.update('')
				.digest('base64'),
		);
	});

	it.each(['weCom', 'dingTalk', 'feishu'] as const)(
		'%s: what followers wrote calls nobody and makes no link',
		async (kind) => {
			robot(kind);
			const { error } = await notify([{ summary: HOSTILE }], { title: HOSTILE });
			expect(error).toBeUndefined();
			expect(contents()[0]).not.toMatch(/@all|<@|https:\/\/evil|<at/);
			expect(contents()[0]).toContain('={{ $execution.id }} =1+1');
			if (kind !== 'feishu') expect(contents()[0]).not.toMatch(/\]\(|\*\*x/);
		},
	);

	it('says in words why a robot refuses, and tries again with the next run', async () => {
		robot('weCom');
		robots.answer = () => [200, { errcode: 93000, errmsg: 'invalid webhook url' }];
		const { error } = await notify([{ summary: '一', noticeKey: 'n1' }]);
		expect(error?.message).toContain('invalid webhook url (93000)');
		expect(error?.description).toContain('Copy the webhook');
		robots.answer = () => [200, { errcode: 0 }];
		const { items } = await notify([{ summary: '一', noticeKey: 'n1' }]);
		expect(items[0]?.staff).toEqual({ status: 'sent' });
	});

	it('sends once by key and place, however often and at once it runs', async () => {
		robot('weCom');
		const item = { summary: '一', noticeKey: 'n1' };
		await Promise.all([notify([item]), notify([item, item]), notify([item])]);
		const { items } = await notify([item]);
		expect(items[0]?.staff).toEqual({ status: 'alreadySent' });
		expect(robots.sent).toHaveLength(1);
		await notify([item], { details: { key: 'other' } });
		expect(robots.sent).toHaveLength(2);
	});

	it('sends with each turn of a node when nothing identifies the message', async () => {
		robot('weCom');
		const parameters = { operation: 'notify', text: '又一轮' };
		const tell = { name: 'Tell', type: 'weChatStaff', parameters };
		const nodes = [
			toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }),
			toNode({ name: 'A', type: 'n8n-nodes-base.noOp' }),
			toNode({ name: 'B', type: 'n8n-nodes-base.noOp' }),
			toNode({ ...tell, moreCredentials: ['weChatStaffRobotApi'] }),
		];
		const to = (...names: string[]) => ({
			main: [names.map((node) => ({ node, type: 'main' as const, index: 0 }))],
		});
		const connections = { Start: to('A', 'B'), A: to('Tell'), B: to('Tell') };
		await runWorkflow(nodes, [{ json: {} }], account.credentials, { connections });
		expect(robots.sent).toHaveLength(2);
	});

	it('never repeats what may have arrived', async () => {
		robot('weCom');
		robots.answer = () => [502, '<html>bad gateway</html>'];
		expect((await notify([{ summary: '一', noticeKey: 'n1' }])).error?.message).toContain(
			'something else than data',
		);
		robots.answer = () => [200, { errcode: 0 }];
		const { items } = await notify([{ summary: '一', noticeKey: 'n1' }]);
		expect(items[0]?.staff).toEqual({ status: 'unknown' });
		expect(robots.sent).toHaveLength(1);
	});

	it('joins many items into few messages that fit, each with all of its bytes', async () => {
		robot('weCom');
		const items = Array.from({ length: 23 }, (_, position) => ({
			summary: `第 ${position + 1} 条${'<'.repeat(60)}`,
			noticeKey: `n${position}`,
			link: `https://mp.weixin.qq.com/s/${position}`,
		}));
		const { items: given } = await notify(items);
		expect(given).toHaveLength(23);
		expect(robots.sent.length).toBeLessThanOrEqual(5);
		for (const { body } of robots.sent) {
			const { content } = body.markdown as { content: string };
			expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096);
		}
		for (const { summary } of items) {
			const [head = ''] = summary.split('<');
			expect(contents().filter((text) => text.includes(`${head}＜`))).toHaveLength(1);
		}
	});

	it('cuts a text that is too long, whole characters only', async () => {
		robot('weCom');
		await notify([{ summary: '😀<'.repeat(5_000) }], { call: 'all' });
		const { content } = robots.sent[0]?.body.text as { content: string };
		expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
		expect(content).toMatch(/…$/);
		expect(content).not.toContain('\uFFFD');
	});

	it('one message each where it is wanted; an error holds nobody else back', async () => {
		robot('weCom');
		robots.answer = (count) => [200, { errcode: count === 1 ? 45009 : 0, errmsg: 'too fast' }];
		const { items } = await notify(
			[{ summary: '一' }, { summary: '二' }, { summary: '' }],
			{ isJoined: false },
			'continueRegularOutput',
		);
		expect(robots.sent).toHaveLength(2);
		expect(items).toMatchObject([
			{ error: expect.stringContaining('45009') as string },
			{ staff: { status: 'sent' } },
			{ error: "'Text' is empty" },
		]);
	});

	it('writes to a member of the staff by the account', async () => {
		account.state.allow(account.state.addFollower('oStaff'), 5, 3_600_000);
		const member = { sendTo: 'member', openId: 'oStaff' };
		const item = { summary: '<a href="weixin://x">一</a>', link: 'https://example.com/?a=1' };
		const { error } = await notify([{ ...item, noticeKey: 'n1' }], member);
		expect(error).toBeUndefined();
		const [call] = account.calls('/cgi-bin/message/custom/send');
		expect((call?.body as IDataObject).text).toEqual({
			content: '＜a href="weixin：//x">一＜/a>\n<a href="https://example.com/?a=1">查看</a>',
		});
	});

	it('sends the webhook to the hosts of its kind only', async () => {
		robot('weCom', { webhookUrl: 'https://evil.example/cgi-bin/webhook/send?key=K' });
		const { error } = await notify([{ summary: '一' }]);
		expect(error?.message).toContain('none of a WeCom robot');
		expect(error?.message).not.toContain('evil.example');
	});

	it('loses nothing and repeats nothing when it is killed at any step', async () => {
		robot('weCom');
		const tables = dataTablesOf(account.credentials);
		for (let step = 1; step <= 5; step++) {
			let count = 0;
			tables.beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			const item = { summary: `第 ${step} 条`, noticeKey: `k${step}` };
			await notify([item]);
			tables.beforeStep = () => undefined;
			const { items } = await notify([item]);
			const copies = contents().filter((text) => text.includes(`第 ${step} 条`)).length;
			expect(copies).toBeLessThanOrEqual(1);
			if (copies === 0)
				expect(['underWay', 'unknown']).toContain((items[0]?.staff as IDataObject).status);
		}
	});
});
