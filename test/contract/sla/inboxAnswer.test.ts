import { addComment, seed } from '../../simulator/control';
import { at, rowsOf, sla } from './cases';
import { filled, useInbox } from './inboxDesk';

const DAY_MS = 86_400_000;

describe('an answer', () => {
	const desk = useInbox();

	it('goes out, counts as the reply of a person, and closes the case', async () => {
		await desk.writes('oA', '要退货');
		const page = await desk.openCase();
		const { output, json } = await desk.submit(
			filled(page, 'send', { text: '您好，请发订单号', by: '小李' }),
		);
		expect(output).toBe('answered');
		expect(json).toMatchObject({ redirectTo: '?done=sent', by: '小李', isRepeated: false });
		expect(desk.got('oA')).toEqual(['您好，请发订单号']);
		expect(rowsOf(desk.account, 'cases')).toMatchObject([{ state: 'closed', closedBy: '小李' }]);
		const report = await sla(desk.account, 'getReport', {
			now: at('20:00'),
			period: 'today',
		});
		expect(report.outputs[0]).toMatchObject([{ cases: 1, inTime: 1, late: 0, medianMinutes: 20 }]);
		const list = await desk.show({ done: 'sent' }, { now: at('10:21') });
		expect(list.html).toContain('已发送，会话已结束。');
		expect(list.html).toContain('最近结束的');
		const again = await desk.show({ case: list.cases[0] }, { now: at('10:21') });
		expect(again.html).toContain('您好，请发订单号');
		expect(again.html).toContain('还能发 4 条客服消息');
	});

	it('goes out once, however often and at once it is sent', async () => {
		await desk.writes('oA', '要退货');
		const body = filled(await desk.openCase(), 'send', { text: '好的' });
		const both = await Promise.all([desk.submit(body), desk.submit(body)]);
		expect(both.map(({ output }) => output)).toEqual(['answered', 'answered']);
		const reloaded = await desk.submit(body, { now: at('10:40') });
		expect(reloaded).toMatchObject({ output: 'answered', json: { isRepeated: true } });
		expect(desk.got('oA')).toEqual(['好的']);
		const kinds = rowsOf(desk.account, 'case_events').map(({ kind }) => kind);
		expect(kinds).toEqual(['userMessage', 'personReply', 'resolved']);
	});

	it('is that of one of two colleagues who have seen the same page', async () => {
		await desk.writes('oA', '要退货');
		const [one, other] = [await desk.openCase(), await desk.openCase()];
		const both = await Promise.all([
			desk.submit(filled(one, 'send', { text: '一' })),
			desk.submit(filled(other, 'send', { text: '二' })),
		]);
		expect(both.map(({ output }) => output).sort()).toEqual(['answered', 'notSent']);
		const refused = both.find(({ output }) => output === 'notSent');
		expect(String(refused?.json.html)).toContain('同事已经回复了');
		expect(desk.got('oA')).toHaveLength(1);
	});

	it('keeps what was written when somebody has answered, or the follower has written again', async () => {
		await desk.writes('oA', '要退货');
		const page = await desk.openCase();
		await desk.writes('oA', '算了', '10:15');
		const written = filled(page, 'send', { text: '好的 <b>', by: '小李' });
		const first = await desk.submit(written);
		expect(first.json).toMatchObject({ reason: 'newMessage', statusCode: 409 });
		expect(String(first.json.html)).toContain('好的 &lt;b&gt;</textarea>');
		expect(String(first.json.html)).toContain('算了');
		expect(desk.got('oA')).toEqual([]);
		const closing = await desk.submit(filled(page, 'resolved'));
		expect(closing.json).toMatchObject({ reason: 'newMessage' });
	});

	it('does not close what the follower has written while it was under way', async () => {
		await desk.writes('oA', '要退货');
		const page = await desk.openCase();
		let isFirst = true;
		desk.tables.beforeStep = (operation, table) => {
			if (!isFirst || operation !== 'insert' || !table.endsWith('_case_events')) return;
			isFirst = false;
			const cases = desk.tables.tables.find(({ name }) => name.endsWith('_cases'));
			Object.assign(cases?.rows[0] ?? {}, { lastAt: at('10:20').replace(':00+', ':00.000+') });
		};
		const { json } = await desk.submit(filled(page, 'send', { text: '好的' }));
		expect(json).toMatchObject({ staysOpen: true });
		expect(String(json.redirectTo)).toMatch(/^\?case=[\w-]{16}&done=sentMore$/);
		expect(rowsOf(desk.account, 'cases')).toMatchObject([{ state: 'open' }]);
	});

	it('is refused where it did not come from a page of the inbox', async () => {
		await desk.writes('oA', '要退货');
		const page = await desk.openCase();
		const { form = '' } = page.forms[0]?.hidden ?? {};
		const forged = ['', 'x', form.slice(0, -1), form.replace(/^[^.]*/, 'AAAAAAAAAAAAAAAA')];
		for (const each of forged) {
			const { output, json } = await desk.submit({ form: each, text: '好的', action: 'send' });
			expect(output).toBe('notSent');
			expect(json.statusCode).toBe(403);
		}
		expect(desk.got('oA')).toEqual([]);
		const old = await desk.submit(filled(page, 'send', { text: '好的' }), {
			now: new Date(Date.parse(at('11:00')) + DAY_MS).toISOString(),
		});
		expect(old.json.reason).toBe('expired');
	});

	it('says what WeChat says, and can be tried again', async () => {
		await desk.writes('oA', '要退货');
		const { faults } = desk.account.simulator.platform;
		const body = filled(await desk.openCase(), 'send', { text: '好的' });
		const answers = [
			{ errcode: 48001, reason: 'noPermission', says: '没有客服消息权限' },
			{ errcode: 45047, reason: 'usedUp', says: '已经用完' },
			{ errcode: 99999, reason: 'refused', says: '微信的错误码：99999' },
		];
		for (const { errcode, reason, says } of answers) {
			faults.add({ path: '/cgi-bin/message/custom/send', errcode });
			const { json } = await desk.submit(body);
			expect(json.reason).toBe(reason);
			expect(String(json.html)).toContain(says);
		}
		expect((await desk.submit(body)).output).toBe('answered');
		expect(desk.got('oA')).toEqual(['好的']);
	});

	it('is not repeated when nobody knows whether it arrived, and another one can be sent', async () => {
		await desk.writes('oA', '要退货');
		desk.account.simulator.platform.faults.add({
			path: '/cgi-bin/message/custom/send',
			reset: 'after',
		});
		const body = filled(await desk.openCase(), 'send', { text: '好的' });
		const first = await desk.submit(body);
		expect(first.json.reason).toBe('unknown');
		expect(String(first.json.html)).toContain('不确定对方是否收到');
		expect((await desk.submit(body)).json.reason).toBe('unknown');
		expect(desk.got('oA')).toEqual(['好的']);
		expect(rowsOf(desk.account, 'cases')).toMatchObject([{ state: 'open' }]);
		const next = filled(await desk.openCase(), 'send', { text: '收到了吗' });
		expect((await desk.submit(next)).output).toBe('answered');
		expect(desk.got('oA')).toEqual(['好的', '收到了吗']);
	});

	it('has to be written, and not too long', async () => {
		await desk.writes('oA', '要退货');
		const page = await desk.openCase();
		const empty = await desk.submit(filled(page, 'send', { text: ' \n ' }));
		expect(empty.json.reason).toBe('empty');
		const long = await desk.submit(filled(page, 'send', { text: '好'.repeat(683) }));
		expect(long.json.reason).toBe('tooLong');
		expect(desk.got('oA')).toEqual([]);
		const lists = await desk.submit(filled(page, 'send', { text: ['a', 'b'], by: { x: 1 } }));
		expect(lists.json.reason).toBe('empty');
	});

	it('is whole after a kill at any step, and goes out once', async () => {
		for (let step = 1; step <= 16; step++) {
			const openId = `oK${step}`;
			await desk.writes(openId, '要退货');
			const page = await desk.openCase();
			const body = filled(page, 'send', { text: '好的' });
			let count = 0;
			desk.tables.beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			await desk.submit(body);
			desk.tables.beforeStep = () => undefined;
			await desk.submit(body);
			expect(desk.got(openId)).toHaveLength(1);
			const row = rowsOf(desk.account, 'cases').find((each) => each.openId === openId);
			expect(row?.state).toBe('closed');
		}
	}, 30_000);

	it('answers a comment, once, for all to see', async () => {
		const { platform } = desk.account.simulator;
		seed(platform, { articles: [{ msgDataId: 2247490098 }] });
		const comment = addComment(platform, {
			msgDataId: 2247490098,
			openId: 'oC',
			content: '不好用',
		});
		await sla(desk.account, 'openCase', {
			items: [
				{
					msgDataId: '2247490098',
					index: 0,
					userCommentId: String(comment.id),
					openId: 'oC',
					content: '不好用',
					createdAt: at('10:00'),
				},
			],
		});
		const page = await desk.openCase();
		expect(page.html).toContain('可以公开回复一次');
		const body = filled(page, 'send', { text: '抱歉，请联系客服' });
		expect((await desk.submit(body)).output).toBe('answered');
		expect((await desk.submit(body)).json).toMatchObject({ isRepeated: true });
		expect(comment.reply?.content).toBe('抱歉，请联系客服');
		expect(rowsOf(desk.account, 'cases')).toMatchObject([{ state: 'closed' }]);
	});

	it('is not needed: the case ends, answered elsewhere or not at all', async () => {
		await desk.writes('oA', '谢谢');
		await desk.writes('oB', '在吗');
		const [first, second] = [await desk.openCase(0), await desk.openCase(1)];
		const ended = await desk.submit(filled(first, 'resolved'));
		expect(ended).toMatchObject({ output: 'closed', json: { redirectTo: '?done=closed' } });
		expect((await desk.submit(filled(first, 'resolved'))).output).toBe('closed');
		expect((await desk.submit(filled(second, 'answered'))).output).toBe('closed');
		const report = await sla(desk.account, 'getReport', { now: at('20:00'), period: 'today' });
		expect(report.outputs[0]).toMatchObject([{ cases: 2, inTime: 1 }]);
		expect(desk.account.calls('/cgi-bin/message/custom/send')).toEqual([]);
	});
});
