import { pageForms } from '../../harness/pageForms';
import { onBothStores } from '../lib/onBothStores';

const NODE = 'weChatSla';

/** A Tuesday. */
const at = (time: string): string => `2026-11-24T${time}:00+08:00`;

const message = (openId: string, Content: string, dedupeKey = `${openId}:1`) => ({
	Content,
	CreateTime: String(Date.parse(at('10:00')) / 1_000),
	wechat: { kind: 'text', openId, dedupeKey },
});

onBothStores('WeChat Reply SLA', (n8n) => {
	const run = async (operation: string, now: string, items: object[] = [{}], more = {}) =>
		await n8n.run(
			NODE,
			{ operation, options: { now }, ...more },
			items.map((item) => ({ ...item })),
		);

	it('opens a case once, with texts of strangers as they are', async () => {
		const texts = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];
		const items = texts.map((text, position) => message(`o${position}`, text));
		const opened = await run('openCase', at('10:00'), items);
		expect(opened.error).toBeUndefined();
		expect(opened.outputs[0]?.map(({ Content }) => Content)).toEqual(texts);
		await run('openCase', at('10:01'), items);
		const rows = await n8n.rows('cases');
		expect(rows.map(({ text }) => text)).toEqual(texts);
		expect(await n8n.rows('case_events')).toHaveLength(3);
		expect(await n8n.rows('sla_policies')).toHaveLength(3);
		const joined = await run('openCase', at('10:02'), [message('o0', '还有', 'o0:2')]);
		expect(joined.outputs[1]).toHaveLength(1);
	});

	it('closes, warns of each case once, and reports', async () => {
		const closed = await run('closeCase', at('10:30'), [{ openId: 'o1' }], { closedBy: '小李' });
		expect(closed.outputs[0]).toHaveLength(1);
		n8n.simulator.platform.state.chatRecords.push({
			openid: 'o2',
			worker: 'kf1@gh_1',
			text: '已办理',
			opercode: 2002,
			time: Date.parse(at('10:40')) / 1_000,
		});
		const late = await run('check', at('12:05'));
		expect(late.error).toBeUndefined();
		expect(late.outputs[1]).toMatchObject([{ openId: 'o0', status: 'breached' }]);
		expect((await run('check', at('12:06'))).outputs.flat()).toEqual([]);
		const states = (await n8n.rows('cases')).map(({ state }) => state);
		expect(states).toEqual(['open', 'closed', 'closed']);
		const report = await run('getReport', at('20:00'), [{}], { period: 'today' });
		expect(report.outputs[0]).toMatchObject([
			{ cases: 3, inTime: 2, late: 1, medianMinutes: 35, summary: expect.any(String) as string },
		]);
	});

	it('shows who waits, and sends an answer once, also twice at a time', async () => {
		const { state } = n8n.simulator.platform;
		state.allow(state.addFollower('o9'), 5, 172_800_000);
		const opened = await run('openCase', at('10:00'), [message('o9', '要退货')]);
		expect(opened.error).toBeUndefined();
		const list = await run('showInbox', at('10:10'), [{ query: {} }]);
		expect(list.outputs[0]).toMatchObject([{ waiting: 2 }]);
		const refs = [...String(list.outputs[0]?.[0]?.html).matchAll(/\?case=([\w-]+)/g)];
		const pages = await run(
			'showInbox',
			at('10:10'),
			refs.map(([, ref]) => ({ query: { case: ref } })),
		);
		const page = pages.outputs[0]?.map(({ html }) => String(html)).find((html) => /o9/.test(html));
		const [form] = pageForms(page ?? '');
		const body = { ...form?.hidden, text: "'; drop table x; --", by: '=1+1', action: 'send' };
		const both = await Promise.all([
			run('answer', at('10:20'), [{ body }]),
			run('answer', at('10:20'), [{ body }]),
		]);
		for (const { outputs } of both) expect(outputs[0]).toHaveLength(1);
		expect(state.followers.get('o9')?.inbox).toHaveLength(1);
		const row = (await n8n.rows('cases')).find(({ openId }) => openId === 'o9');
		expect(row).toMatchObject({ state: 'closed', closedBy: '=1+1' });
		const report = await run('getReport', at('20:00'), [{}], { period: 'today' });
		expect(report.outputs[0]).toMatchObject([{ cases: 4, inTime: 3 }]);
	});
});
