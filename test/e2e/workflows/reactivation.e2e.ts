import type { Follower } from '../../simulator/state';
import { invite, namesOf } from '../lib/crowd';
import { FormVisitor } from '../lib/form';
import { onEachStore, useSystem } from '../lib/useSystem';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;
const NOTICE = 'notice_template';
const REMINDER = 'reminder_template';
const FIELDS = '{{thing1.DATA}}\n{{thing2.DATA}}';

interface Audience extends Record<string, unknown> {
	key: string;
	openId: string;
	group: string;
	channel: string;
	status: string;
	coupon: string;
	result: string;
}

onEachStore('13: dormant users', (store) => {
	const system = useSystem({ only: ['00', '01', '12', '13'] }, store);
	/** Who has taken a coupon to the counter. */
	let customer = '';
	const state = () => system.app.simulator.platform.state;
	const audience = async () =>
		new Map((await system.app.rows<Audience>('wechat_audience')).map((row) => [row.openId, row]));
	const inboxOf = (openId: string): Follower['inbox'] =>
		(state().followers.get(openId)?.inbox ?? []).filter(({ via }) => via !== 'passive');
	const silent = [...namesOf('dormant'), ...namesOf('lost')];
	const sentTo = () => silent.filter((openId) => inboxOf(openId).length > 0);

	/** Moves the clock to the next such hour in Shanghai. */
	const goTo = async (weekday: number, hour: number) => {
		const { clock } = state();
		const local = clock.now() + SHANGHAI_MS;
		const today = Math.floor(local / DAY_MS);
		// Day 0 was a Thursday.
		const days = (weekday - ((today + 4) % 7) + 7) % 7;
		let target = (today + days) * DAY_MS + hour * HOUR_MS;
		if (target <= local) target += 7 * DAY_MS;
		await system.app.advance(target - local);
	};

	const answer = async (openId: string, status: 'accept' | 'reject', kind = 'popup') => {
		const list = { List: [{ TemplateId: NOTICE, SubscribeStatusString: status, PopupScene: '1' }] };
		await system.app.push({
			FromUserName: openId,
			MsgType: 'event',
			Event: `subscribe_msg_${kind}_event`,
			[kind === 'popup' ? 'SubscribeMsgPopupEvent' : 'SubscribeMsgChangeEvent']: list,
		});
	};

	beforeAll(async () => {
		const { app } = system;
		state().templates.push({ id: REMINDER, title: '积分提醒', content: FIELDS, example: '' });
		state().notices.push({ id: NOTICE, title: '活动通知', content: FIELDS, example: '' });
		await goTo(0, 20);
		await invite(app);
		await app.run('12');
		await app.write('wechat_campaigns', { key: 'winter-tea', noticeTemplateId: NOTICE });
		// Who has just written, or agreed to a notice, can be reached; all others cannot.
		for (const openId of namesOf('dormant').slice(0, 6)) await app.say(openId, '在吗');
		for (const openId of namesOf('lost').slice(0, 8)) await answer(openId, 'accept');
		await app.settled();
	}, 90_000);

	it('keeps consents and wishes as WeChat and the followers tell', async () => {
		const { app } = system;
		expect(await app.say('o_lost_01', '退订')).toContain('已为您退订');
		await answer('o_lost_02', 'reject', 'change');
		await app.settled();
		const consents = await app.rows('wechat_consents');
		expect(consents.filter(({ status }) => status === 'open')).toHaveLength(7);
		expect(consents.filter(({ status }) => status === 'revoked')).toMatchObject([
			{ openId: 'o_lost_02', templateId: NOTICE },
		]);
		expect(consents.find(({ key }) => key === 'wish:o_lost_01')).toMatchObject({
			status: 'optOut',
		});
		const contacts = await app.rows('wechat_contacts');
		const contact = contacts.find(({ key }) => key === 'o_dormant_01');
		await app.write('wechat_contacts', {
			key: 'o_dormant_01',
			openId: 'o_dormant_01',
			remark: '勿扰',
			segment: contact?.segment,
		});
		await app.insert('wechat_interactions', [
			{
				key: 'sent:elsewhere:o_dormant_02',
				openId: 'o_dormant_02',
				kind: 'noticeSent',
				at: new Date(state().clock.now() - 3 * DAY_MS).toISOString(),
			},
		]);
	});

	it('sends nothing at night', async () => {
		const { app } = system;
		await goTo(0, 23);
		await app.run('13', 'When run by hand');
		expect(sentTo()).toEqual([]);
		const rows = [...(await audience()).values()];
		expect(rows.filter(({ group }) => group !== 'holdOut')).toEqual([]);
	});

	it('writes once to each who may be written to, by what is allowed, and proposes the rest', async () => {
		const { app } = system;
		await goTo(1, 10);
		const before = app.staff.messages.length;
		await app.run('13', 'Every day at ten');
		await app.settled();
		const rows = await audience();
		const holdOut = [...rows.values()].filter(({ group }) => group === 'holdOut');
		for (const { openId, status } of holdOut) {
			expect([openId, status, inboxOf(openId).length]).toEqual([openId, 'skipped', 0]);
		}
		const isTreated = (openId: string) => !holdOut.some((row) => row.openId === openId);
		const written = namesOf('dormant').slice(2, 6).filter(isTreated);
		const noticed = namesOf('lost').slice(2, 8).filter(isTreated);
		expect(sentTo()).toEqual([...written, ...noticed]);
		for (const openId of written) {
			expect(inboxOf(openId)).toMatchObject([
				{ via: 'customerService', content: { content: expect.stringContaining('回复“优惠”') } },
			]);
			expect(rows.get(openId)).toMatchObject({ status: 'sent', channel: 'customerServiceMessage' });
		}
		const codes = noticed.map((openId) => {
			const row = rows.get(openId);
			expect(row).toMatchObject({
				status: 'sent',
				channel: 'subscriptionNotice',
				result: 'success',
				coupon: expect.stringMatching(/^CHA-/),
			});
			expect(inboxOf(openId)).toMatchObject([
				{ via: 'notice', content: { thing2: { value: `回归券 ${row?.coupon}，满60减15` } } },
			]);
			return row?.coupon;
		});
		expect(new Set(codes).size).toBe(noticed.length);
		const coupons = await app.rows('wechat_coupons');
		const claimed = coupons.filter((coupon) => coupon.state === 'claimed');
		expect(claimed.map(({ openId }) => openId).sort()).toEqual([...noticed].sort());
		const told = app.staff.messages.slice(before).join('\n');
		expect(told).toContain(`本次发出 ${written.length + noticed.length} 条`);
		expect(told).toContain('只能群发');
		const interactions = await app.rows('wechat_interactions');
		const recorded = interactions.filter(({ key }) => String(key).startsWith('sent:campaign:'));
		expect(recorded).toHaveLength(written.length + noticed.length);
		const given = interactions.filter(({ kind }) => kind === 'couponGiven');
		expect(given.map(({ openId }) => openId).sort()).toEqual([...noticed].sort());
	});

	it('writes to nobody again, whoever runs it', async () => {
		const { app } = system;
		const before = silent.map((openId) => inboxOf(openId).length);
		await app.run('13', 'When run by hand');
		await app.run('13', 'Every five minutes');
		await app.advance(DAY_MS);
		await app.run('13', 'Every day at ten');
		expect(silent.map((openId) => inboxOf(openId).length)).toEqual(before);
	});

	it('takes a coupon at the counter once, from somebody who knows the key', async () => {
		const { app } = system;
		const used = async () =>
			(await app.rows('wechat_interactions')).filter(({ kind }) => kind === 'couponUsed');
		const enter = async (code: string, key: string) => {
			const form = await FormVisitor.open(`${app.n8n.url}/form/wechat-coupon`);
			await form.submit({ 'field-0': code, 'field-1': key });
			return form.html;
		};
		const coupons = await app.rows('wechat_coupons');
		const { key: code, openId } = coupons.find((coupon) => coupon.state === 'claimed') ?? {};
		customer = String(openId);
		expect(await enter(String(code), 'chashan')).toContain('口令不对');
		await app.set('couponKey', 'chashan');
		expect(await enter(String(code), 'chadian')).toContain('口令不对');
		expect(await used()).toEqual([]);
		expect(await enter(` ${String(code).toLowerCase()}`, 'chashan')).toContain('已核销');
		expect(await used()).toMatchObject([{ openId }]);
		expect(await enter(String(code), 'chashan')).toContain('不能用');
		const { key: free } = coupons.find((coupon) => coupon.state === 'free') ?? {};
		expect(await enter(String(free), 'chashan')).toContain('不能用');
		expect(await used()).toHaveLength(1);
	});

	it('reminds the others by template, and neither repeats nor hides what nobody knows', async () => {
		const { app } = system;
		await app.write('wechat_campaigns', { key: 'winter-tea', serviceTemplateId: REMINDER });
		const { faults } = app.simulator.platform;
		const path = '/cgi-bin/message/template/send';
		faults.add({ path, reset: 'after' });
		faults.add({ path, errcode: 43004, after: 1 });
		faults.add({ path, errcode: 45009, after: 2 });
		await app.run('13', 'Every day at ten');
		await app.settled();
		const rows = [...(await audience()).values()].filter(
			(row) => row.channel === 'templateMessage',
		);
		const by = (status: string) => rows.filter((row) => row.status === status);
		expect(by('unknown')).toHaveLength(1);
		expect(by('skipped')).toHaveLength(1);
		expect(by('pending')).toHaveLength(1);
		for (const { openId, result, coupon } of by('sent')) {
			expect(inboxOf(openId)).toMatchObject([{ via: 'template' }]);
			expect([result, coupon]).toEqual(['success', '']);
		}
		expect(app.staff.messages.at(-1)).toContain('1 条不知道是否送达');
		await app.run('13', 'When run by hand');
		await app.settled();
		for (const openId of silent) expect(inboxOf(openId).length).toBeLessThanOrEqual(1);
		expect((await audience()).get(by('pending')[0]?.openId ?? '')?.status).toBe('sent');
	});

	it('compares who came back, and says that few people prove nothing', async () => {
		const { app } = system;
		const rows = [...(await audience()).values()];
		const treated = rows.filter((row) => row.group === 'treated');
		const back = treated.slice(0, 4).map(({ openId }) => openId);
		await app.advance(DAY_MS);
		for (const openId of back) await app.say(openId, '优惠');
		await app.say(treated[5]?.openId ?? '', '退订');
		await app.settled();
		await goTo(1, 11);
		await app.advance(7 * DAY_MS);
		await app.run('13', 'Every Monday at eleven');
		const [result] = await app.rows('wechat_campaign_results');
		expect(result).toMatchObject({
			key: 'winter-tea',
			treated: treated.length,
			treatedReturned: new Set([...back, customer]).size,
			holdOut: rows.length - treated.length,
			holdOutReturned: 0,
			waiting: 0,
			significant: false,
		});
		expect(app.staff.messages.at(-1)).toContain('差异不显著');
		const told = app.staff.messages.length;
		await app.run('13', 'Every Monday at eleven');
		expect(app.staff.messages.length).toBe(told);
		expect(await app.failures()).toEqual([]);
	});

	it('keeps what WeChat tells of a reminder before its message ID is written down', async () => {
		const { app } = system;
		const at = new Date(state().clock.now()).toISOString();
		const row = { channel: 'templateMessage', campaign: 'early', result: '', at };
		await app.insert('wechat_audience', [
			{ ...row, key: 'early:sending', openId: 'oSending', status: 'sending', msgId: '' },
			{ ...row, key: 'early:sent', openId: 'oSent', status: 'sent', msgId: '700' },
			{ ...row, key: 'early:other', openId: 'oOther', status: 'sent', msgId: '800' },
		]);
		for (const openId of ['oSending', 'oSent', 'oOther']) {
			await app.push({
				FromUserName: openId,
				MsgType: 'event',
				Event: 'TEMPLATESENDJOBFINISH',
				MsgID: '700',
				Status: 'success',
			});
		}
		await app.settled();
		const rows = await audience();
		expect(rows.get('oSending')?.result).toBe('success');
		expect(rows.get('oSent')?.result).toBe('success');
		expect(rows.get('oOther')?.result).toBe('');
		expect(await app.failures()).toEqual([]);
	});
});
