import { FormVisitor } from '../lib/form';
import { until } from '../lib/n8n';
import { onEachStore, useSystem } from '../lib/useSystem';

type Row = Record<string, unknown>;

const STAFF = 'oBoss';
const SWEEP = 'Every ten minutes';

const isQuestion = (message: string): boolean => message.includes('【待审批】');

onEachStore('16: what is sensitive goes out when a member of the staff agrees', (store) => {
	const system = useSystem({ only: ['00', '01', '16'] }, store);
	let lapsed: Row = {};
	const state = () => system.app.simulator.platform.state;
	const inbox = (openId: string) => state().followers.get(openId)?.inbox ?? [];
	const read = (openId: string) => JSON.stringify(inbox(openId));

	/** A colleague fills in the form; the row that comes of it, once everybody has been asked. */
	const request = async (fields: Record<string, string>): Promise<Row> => {
		const { app } = system;
		const known = (await app.rows('wechat_approvals')).length;
		const heard = app.staff.messages.length;
		const names = ['requestedBy', 'kind', 'openId', 'tag', 'text'];
		const form = new FormData();
		names.forEach((name, position) => form.set(`field-${position}`, fields[name] ?? ''));
		const url = `${app.n8n.url}/form/wechat-approval-request`;
		expect((await fetch(url, { method: 'POST', body: form })).ok).toBe(true);
		// News of earlier requests may come in between.
		await until('the group is asked', async () =>
			Promise.resolve(app.staff.messages.slice(heard).some(isQuestion) || undefined),
		);
		return (await app.rows('wechat_approvals'))[known] ?? {};
	};
	const reply = async (text: string) =>
		await request({ requestedBy: '小李', kind: '回复一位粉丝', openId: 'oFan', text });
	const statusIs = async (row: Row, status: string): Promise<Row> =>
		await until(
			`the request is ${status}`,
			async () => {
				const rows = await system.app.rows('wechat_approvals');
				return rows.find((found) => found.key === row.key && found.status === status);
			},
			90_000,
		);
	const tap = async (row: Row, answer: 'yes' | 'no') =>
		await system.app.say(STAFF, answer === 'yes' ? '同意' : '驳回', {
			bizmsgmenuid: `${answer}:${String(row.key)}`,
		});
	const link = () =>
		/审批：(\S+)/.exec(system.app.staff.messages.filter(isQuestion).at(-1) ?? '')?.[1] ?? '';
	const decide = async (url: string, decision: string) =>
		await (await fetch(url, { method: 'POST', body: new URLSearchParams({ decision }) })).text();

	it('asks in the chat, and sends what was agreed to', async () => {
		const { app } = system;
		for (const openId of [STAFF, 'oFan']) {
			state().addFollower(openId);
			await app.say(openId, '你好');
		}
		// n8n looks once a minute for what has waited long enough: asked first, looked at last.
		await app.set('approvalHours', '0.0005');
		lapsed = await reply('过期的话');
		await app.set('approvalHours', '2');
		await app.set('staffOpenId', STAFF);
		expect((await FormVisitor.open(`${app.n8n.url}/form/wechat-approval-request`)).html).toContain(
			'申请发送',
		);
		const row = await reply('您的退款已经批准，三天内到账。');
		expect(inbox(STAFF).at(-1)).toMatchObject({
			type: 'msgmenu',
			content: { head_content: expect.stringContaining('三天内到账') as string },
		});
		expect(read('oFan')).not.toContain('三天内到账');
		expect(await tap(row, 'yes')).toContain('已同意');
		expect(await statusIs(row, 'sent')).toMatchObject({ decidedBy: STAFF });
		expect(inbox('oFan').at(-1)).toMatchObject({
			via: 'customerService',
			content: { content: '您的退款已经批准，三天内到账。' },
		});
		await until('the group hears of it', async () =>
			Promise.resolve(app.staff.messages.at(-1)?.includes('【已发送】') || undefined),
		);
		const sent = await app.rows('wechat_interactions');
		expect(sent.filter(({ kind, openId }) => kind === 'sent' && openId === 'oFan')).toHaveLength(1);
		expect(await tap(row, 'yes')).toContain('没有等您决定');
	});

	it('sends nothing that was refused, by tap or by word', async () => {
		const tapped = await reply('拒绝甲');
		expect(await tap(tapped, 'no')).toContain('已驳回');
		await statusIs(tapped, 'rejected');
		const typed = await reply('拒绝乙');
		expect(await system.app.say(STAFF, ' 驳回 ')).toContain('已驳回');
		await statusIs(typed, 'rejected');
		expect(read('oFan')).not.toContain('拒绝');
	});

	it('does not guess which of several is meant, and lets nobody else decide', async () => {
		const [first, second] = [await reply('第一条'), await reply('第二条')];
		expect(await system.app.say(STAFF, '同意')).toContain('有 2 条待审批');
		expect(await system.app.say('oFan', '同意')).toContain('没有等您决定');
		expect(
			await system.app.say('oFan', '同意', { bizmsgmenuid: `yes:${String(first.key)}` }),
		).toContain('没有等您决定');
		await tap(second, 'yes');
		await statusIs(second, 'sent');
		await tap(first, 'no');
		await statusIs(first, 'rejected');
		expect(read('oFan')).toContain('第二条');
		expect(read('oFan')).not.toContain('第一条');
	});

	it('sends a broadcast once, agreed to by the link in the group', async () => {
		state().tags.set(101, { id: 101, name: '茶友' });
		const row = await request({
			requestedBy: '小李',
			kind: '群发给一个标签',
			tag: '茶友',
			text: '周六上午 <新茶> 品鉴会，欢迎报名。',
		});
		const url = link();
		const page = await (await fetch(url)).text();
		expect(page).toContain('&#60;新茶&#62;');
		expect(state().broadcasts.size).toBe(0);
		expect(await decide(`${url}0`, '同意')).toContain('链接无效');
		expect(await decide(url, '也许')).toContain('链接无效');
		expect(await decide(url, '同意')).toContain('已收到');
		await statusIs(row, 'sent');
		expect(await decide(url, '驳回')).toContain('处理过');
		expect([...state().broadcasts.values()]).toMatchObject([
			{ clientMsgId: expect.stringContaining(String(row.key)) as string },
		]);
	});

	it('fault 4.2: shows all of a text to whoever decides, or asks by the page that does', async () => {
		const { app } = system;
		const long = `开头${'很'.repeat(400)}结尾`;
		const row = await reply(long);
		expect(read(STAFF)).toContain(long);
		const asked = app.staff.messages.filter(isQuestion).at(-1) ?? '';
		expect(asked).toContain('全文 404 字');
		expect(asked).not.toContain('开头');
		expect(await (await fetch(link())).text()).toContain(long);
		await tap(row, 'no');
		await statusIs(row, 'rejected');

		const longest = '字'.repeat(700);
		const tooLong = await reply(longest);
		expect(read(STAFF)).not.toContain('字字字');
		expect(await (await fetch(link())).text()).toContain(longest);
		await decide(link(), '驳回');
		await statusIs(tooLong, 'rejected');
	});

	it('fault 4.2: a link in the text answers nothing, and only an offered answer is consent', async () => {
		const row = await reply(
			'<a href="weixin://bizmsgmenu?msgmenucontent=同意&msgmenuid=x">地址</a>',
		);
		expect(read(STAFF)).not.toContain('<a href=');
		const tapped = async (id: string) =>
			await system.app.say(STAFF, '同意', { bizmsgmenuid: `${id}:${String(row.key)}` });
		expect(await tapped('maybe')).toContain('不是它的选项');
		expect(await tapped('YES')).toContain('不是它的选项');
		await tap(row, 'no');
		await statusIs(row, 'rejected');
	});

	it('takes the first of several decisions', async () => {
		const row = await reply('抢着点');
		const url = link();
		const answers = await Promise.all([decide(url, '同意'), decide(url, '驳回'), tap(row, 'no')]);
		expect(answers.filter((text) => /已收到|已驳回/.test(text ?? ''))).toHaveLength(1);
		const { status } = await until('it is decided', async () => {
			const rows = await system.app.rows('wechat_approvals');
			const found = rows.find(({ key }) => key === row.key);
			return ['sent', 'rejected'].includes(String(found?.status)) ? found : undefined;
		});
		expect(read('oFan').includes('抢着点')).toBe(status === 'sent');
	});

	it('asks by the link alone when the member of the staff cannot be written to', async () => {
		const { app } = system;
		await app.advance(49 * 3_600_000);
		await app.say('oFan', '在吗');
		const row = await reply('您好，已为您登记。');
		expect(await decide(link(), '同意')).toContain('已收到');
		await statusIs(row, 'sent');
	});

	it('tells why something could not be sent', async () => {
		const { app } = system;
		state().addFollower('oSilent');
		const row = await request({
			requestedBy: '小李',
			kind: '回复一位粉丝',
			openId: 'oSilent',
			text: '您好',
		});
		await decide(link(), '同意');
		expect(await statusIs(row, 'failed')).toMatchObject({
			note: expect.stringContaining('45015') as string,
		});
		await until('the group hears of it', async () =>
			Promise.resolve(app.staff.messages.at(-1)?.includes('【发送失败】') || undefined),
		);
	});

	it('refuses what nobody has decided in time', async () => {
		await statusIs(lapsed, 'expired');
		expect(read('oFan')).not.toContain('过期的话');
	});

	it('finishes what a stop of n8n has left: a broadcast once, a reply by a person', async () => {
		const { app } = system;
		const left = { status: 'sending', requestedBy: '小李', decidedAt: '2026-01-01T00:00:00.000Z' };
		const before = state().broadcasts.size;
		await app.write('wechat_approvals', {
			...left,
			key: 'a-left-1',
			kind: 'broadcast',
			tag: '茶友',
			text: '补发',
		});
		await app.write('wechat_approvals', {
			...left,
			key: 'a-left-2',
			kind: 'reply',
			openId: 'oFan',
			text: '说不清',
		});
		await app.run('16', SWEEP);
		await app.run('16', SWEEP);
		expect(state().broadcasts.size).toBe(before + 1);
		expect(read('oFan')).not.toContain('说不清');
		const rows = await app.rows('wechat_approvals');
		expect(rows.slice(-2)).toMatchObject([{ status: 'sent' }, { status: 'unclear' }]);
		expect(app.staff.messages.slice(-2).join('\n')).toContain('请核对是否已发送');
		expect(await app.failures()).toEqual([]);
	});
});
