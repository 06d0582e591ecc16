import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { noticeConsents } from '../../../nodes/shared/records/tables/noticeConsents';
import { DAY, HOUR, NOON, useCampaigns } from './scene';

const scene = useCampaigns();
const CUSTOM = '/cgi-bin/message/custom/send';
const NOTICE = '/cgi-bin/message/subscribe/bizsend';
const PEOPLE = ['oA', 'oB', 'oC'];

const openIds = (list: Array<{ openId?: unknown }> = []) => list.map(({ openId }) => openId);
const stateOf = (openId: string) =>
	scene.tables.rows('campaign_log').find((row) => row.openId === openId)?.state;

async function choose(changes: Parameters<typeof scene.campaign>[0] = {}, people = PEOPLE) {
	await scene.campaign(changes);
	for (const openId of people) await scene.follower(openId);
	return await scene.run('chooseAudience');
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe('Deliver', () => {
	it('writes to everybody who was chosen, once, and tells what it did', async () => {
		await choose();
		const { json, error } = await scene.run('deliver');
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject([{ campaign: 'back', sent: 3, later: 0, unknown: 0 }]);
		expect(json[0]?.[0]?.summary).toBe('【活动】“好久不见”本次发出 3 条（客服消息 3 条）');
		expect(openIds(json[1])).toEqual(PEOPLE);
		expect(PEOPLE.map(scene.inbox)).toEqual(
			PEOPLE.map(() => [{ content: '好久不见！回复“优惠”看本月活动。' }]),
		);
		expect(PEOPLE.map(stateOf)).toEqual(['sent', 'sent', 'sent']);
		const told = scene.tables.rows('interactions');
		expect(told.map(({ kind, isOutgoing }) => [kind, isOutgoing])).toEqual(
			PEOPLE.map(() => ['sent', true]),
		);
		const again = await scene.run('deliver');
		expect(again.json[0]).toMatchObject([{ sent: 0 }]);
		expect(scene.account.calls(CUSTOM)).toHaveLength(3);
	});

	it('takes one item for each person, and nobody who was not chosen', async () => {
		const chosen = await choose({ holdOutPercent: 0 });
		const items = [...(chosen.json[0] ?? []).slice(1), { campaign: 'back', openId: 'oStranger' }];
		const { json, outputs } = await scene.run('deliver', { people: 'items' }, items);
		expect(openIds(json[1])).toEqual(['oB', 'oC']);
		expect(outputs[1]?.[1]?.pairedItem).toEqual({ item: 1 });
		expect(scene.inbox('oA')).toEqual([]);
	});

	it('two runs at the same moment write to everybody once', async () => {
		await choose();
		const runs = await Promise.all([scene.run('deliver'), scene.run('deliver')]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(PEOPLE.map((openId) => scene.inbox(openId).length)).toEqual([1, 1, 1]);
		await scene.run('deliver');
		expect(PEOPLE.map(stateOf)).toEqual(['sent', 'sent', 'sent']);
	});

	it('leaves the hold-out group alone', async () => {
		await choose({ holdOutPercent: 100 });
		const { json } = await scene.run('deliver');
		expect(json[1]).toEqual([]);
		expect(scene.account.calls(CUSTOM)).toEqual([]);
		expect(PEOPLE.map(stateOf)).toEqual(['heldOut', 'heldOut', 'heldOut']);
	});

	it('keeps the quiet hours: nothing goes out, and nothing is lost', async () => {
		await choose();
		const night = { options: { now: '2026-11-24T23:10:00+08:00' } };
		const { json } = await scene.run('deliver', night);
		expect(openIds(json[2])).toEqual(PEOPLE);
		expect(json[2]?.[0]).toMatchObject({
			because: 'quietHours',
			sendAfter: '2026-11-25T01:00:00.000Z',
		});
		expect(json[0]?.[0]?.summary).toContain('免打扰时间');
		const morning = { options: { now: '2026-11-25T09:00:00+08:00' } };
		expect(openIds((await scene.run('deliver', morning)).json[1])).toEqual(PEOPLE);
	});

	it('asks again whether it may: who opted out or left in between gets nothing', async () => {
		await choose();
		await scene.records.put(contacts, [{ key: 'contact:oA', consent: 'declined' }]);
		await scene.records.remove(contacts, { where: { key: 'contact:oB' } });
		const { json } = await scene.run('deliver');
		expect(openIds(json[1])).toEqual(['oC']);
		expect(PEOPLE.map(stateOf)).toEqual(['optedOut', 'left', 'sent']);
		expect(scene.inbox('oA')).toEqual([]);
	});

	it('sends no more than the cap allows, also of two campaigns at once', async () => {
		await scene.campaign({ key: 'one' });
		await scene.campaign({ key: 'two' });
		for (const openId of PEOPLE) await scene.follower(openId);
		await scene.run('chooseAudience');
		const { json } = await scene.run('deliver');
		expect(json[0]).toMatchObject([
			{ campaign: 'one', sent: 3 },
			{ campaign: 'two', sent: 0 },
		]);
		expect(PEOPLE.map((openId) => scene.inbox(openId).length)).toEqual([1, 1, 1]);
	});

	it('gives a coupon of their own to those whose segment gets one', async () => {
		await scene.campaign({
			coupon: '满 100 减 20',
			couponSegments: '流失',
			couponText: '送您一张券：{coupon}，有效期至 {couponUntil}',
			couponDays: 30,
			couponValueFen: 2_000,
		});
		await scene.follower('oA', { segment: 'lost' });
		await scene.follower('oB');
		await scene.run('chooseAudience');
		const { json } = await scene.run('deliver');
		expect(json[0]?.[0]?.summary).toContain('带券 1 张');
		const [prize] = scene.tables.rows('prizes_won');
		expect(prize).toMatchObject({ openId: 'oA', activityId: 'back', prize: '满 100 减 20' });
		const code = `${String(prize?.code).slice(0, 5)}-${String(prize?.code).slice(5)}`;
		expect(scene.inbox('oA')).toEqual([{ content: `送您一张券：${code}，有效期至 12 月 24 日` }]);
		expect(json[1]).toMatchObject([
			{ openId: 'oB', coupon: '' },
			{ openId: 'oA', coupon: code },
		]);
	});

	it('sends notices to those who agreed, and learns from WeChat who did not', async () => {
		scene.account.state.notices.push({
			id: 'TPL',
			title: '活动提醒',
			example: '',
			content: '活动：{{thing1.DATA}}\n说明：{{thing2.DATA}}',
		});
		await scene.campaign({
			channels: '订阅通知',
			noticeTemplateId: 'TPL',
			noticeFields: 'thing1=本月活动|thing2=回复“优惠”查看',
		});
		for (const openId of PEOPLE) {
			await scene.follower(openId, { lastContactAt: NOON - 9 * DAY });
			const key = `consent:${openId}`;
			const row = { key, openId, templateId: 'TPL', answer: 'accept', at: NOON - DAY };
			await scene.records.put(noticeConsents, [row]);
		}
		const follower = scene.account.state.followers.get('oA');
		if (follower) follower.consents.TPL = 1;
		await scene.run('chooseAudience');
		const { json } = await scene.run('deliver');
		expect(openIds(json[1])).toEqual(['oA']);
		expect(json[3]).toMatchObject([
			{ openId: 'oB', status: 'refused' },
			{ openId: 'oC', status: 'refused' },
		]);
		expect(json[0]?.[0]?.summary).toContain('微信没有接受 2 条');
		expect(scene.tables.rows('interactions')).toMatchObject([
			{ openId: 'oA', kind: 'noticeSent', eventKey: 'TPL' },
		]);
		const rejects = scene.tables
			.rows('notice_consents')
			.filter(({ answer }) => answer === 'reject');
		expect(openIds(rejects)).toEqual(['oB', 'oC']);
		await scene.run('deliver');
		expect(scene.account.calls(NOTICE)).toHaveLength(3);
	});

	it('stops at what concerns everybody, and goes on with the next run', async () => {
		await choose();
		scene.account.simulator.platform.faults.add({ path: CUSTOM, errcode: 45009, after: 1 });
		const { error } = await scene.run('deliver');
		expect(error?.message).toContain('45009');
		expect(error?.description).toContain('Messages sent before: 2');
		// Those that went out at the same moment are written down.
		expect(PEOPLE.map(stateOf)).toEqual(['sent', 'chosen', 'sent']);
		await scene.run('deliver');
		expect(PEOPLE.map(stateOf)).toEqual(['sent', 'sent', 'sent']);
		expect(PEOPLE.map((openId) => scene.inbox(openId).length)).toEqual([1, 1, 1]);
	});

	it('never repeats what may have gone out: it is unknown, and told', async () => {
		await choose();
		scene.account.simulator.platform.faults.add({ path: CUSTOM, reset: 'after' });
		expect((await scene.run('deliver')).error?.description).toContain('Messages sent before: 2');
		expect(PEOPLE.map(stateOf)).toEqual(['unknown', 'sent', 'sent']);
		await scene.run('deliver');
		expect(PEOPLE.map(stateOf)).toEqual(['unknown', 'sent', 'sent']);
		expect(PEOPLE.map((openId) => scene.inbox(openId).length)).toEqual([1, 1, 1]);
	});

	it('sends no more than a run may', async () => {
		await choose();
		const { json } = await scene.run('deliver', { options: { limit: 2 } });
		expect(json[0]).toMatchObject([{ sent: 2, left: 1 }]);
		expect(json[0]?.[0]?.summary).toContain('还有 1 人等下一次运行');
		expect((await scene.run('deliver')).json[0]).toMatchObject([{ sent: 1, left: 0 }]);
	});

	it('costs few runs of n8n for a message', async () => {
		const people = Array.from({ length: 40 }, (_, index) => `oPerson${index}`);
		await choose({}, people);
		// Tables that are made on first use are none of the message.
		await scene.run('deliver', { options: { limit: 1 } });
		const before = scene.tables.runs;
		const { json } = await scene.run('deliver');
		expect(json[0]).toMatchObject([{ sent: 39 }]);
		expect((scene.tables.runs - before) / 39).toBeLessThanOrEqual(0.6);
	});

	it('texts of strangers stay texts, also as OpenIDs with a coupon', async () => {
		const hostile = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];
		await choose({ coupon: '满 100 减 20', couponText: '券码 {coupon}' }, hostile);
		const { json, error } = await scene.run('deliver');
		expect(error).toBeUndefined();
		expect(openIds(json[1]).sort()).toEqual([...hostile].sort());
		expect(hostile.map((openId) => scene.inbox(openId).length)).toEqual([1, 1, 1]);
		expect(openIds(scene.tables.rows('sent_log')).sort()).toEqual([...hostile].sort());
		const one = await scene.run('deliver', { people: 'items' }, [{ openId: '=1+1' }]);
		expect(one.error).toBeUndefined();
		expect(one.json[0]).toMatchObject([{ sent: 0 }]);
	});

	it('keeps two accounts apart', async () => {
		await choose();
		const other = { wechat: { appId: 'wxother00000' } };
		const { json } = await scene.run('deliver', {}, [other]);
		expect(json[0]?.[0]?.summary).toMatch(/没有进行中/);
		expect(scene.account.calls(CUSTOM)).toEqual([]);
	});
});

describe('Deliver, killed', () => {
	/** More than the three people: all of them may be under way when it is killed. */
	const MANY = Array.from({ length: 12 }, (_, index) => `oMany${index}`);
	/** So many go out at the same moment. */
	const TOGETHER = 5;
	/** Steps that a whole run takes, and some. */
	const STEPS = Array.from({ length: 30 }, (_, step) => step + 1);

	it.each(STEPS)(
		'before step %i: nobody gets a second one, and everybody one or is told',
		async (step) => {
			await choose({ coupon: '满 100 减 20', couponText: '券码 {coupon}' }, MANY);
			let steps = 0;
			scene.tables.beforeStep = () => {
				steps += 1;
				if (steps >= step) throw new Error('The process was killed');
			};
			await scene.run('deliver');
			scene.tables.beforeStep = () => undefined;
			const real = Date.now.bind(Date);
			jest.spyOn(Date, 'now').mockImplementation(() => real() + HOUR);
			for (let again = 0; again < 2; again++)
				expect((await scene.run('deliver')).error).toBeUndefined();
			for (const openId of MANY) {
				const messages = scene.inbox(openId).length;
				expect(messages).toBeLessThanOrEqual(1);
				if (messages === 0) expect(stateOf(openId)).toBe('unknown');
				expect(['sent', 'unknown']).toContain(stateOf(openId));
			}
			const unknown = MANY.filter((openId) => stateOf(openId) === 'unknown');
			expect(unknown.length).toBeLessThanOrEqual(TOGETHER);
			const codes = scene.tables.rows('prizes_won').map(({ code }) => code);
			expect(codes).toHaveLength(MANY.length);
		},
	);
});
