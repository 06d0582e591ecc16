/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startPlatform } from '../lib/platform';
import { MortalN8n } from '../lib/mortal';
import { until } from '../lib/n8n';
import { AccountSystem } from '../lib/system';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PEOPLE = 8;
const CUSTOMER_SERVICE = '/cgi-bin/message/custom/send';
const TEMPLATE = '/cgi-bin/message/template/send';

interface Audience extends Record<string, unknown> {
	openId: string;
	group: string;
	status: string;
	coupon: string;
}

describe('13: n8n is killed in the middle', () => {
	let n8n: MortalN8n;
	let app: AccountSystem;

	beforeAll(async () => {
		n8n = await MortalN8n.start();
		app = await AccountSystem.open(n8n.client, await startPlatform());
		await app.install({ only: ['00', '01', '13'] });
		const { clock, templates } = app.simulator.platform.state;
		templates.push({
			id: 'reminder',
			title: '积分提醒',
			content: '{{thing1.DATA}}\n{{thing2.DATA}}',
			example: '',
		});
		// Ten in the morning in Shanghai.
		await app.advance((26 * HOUR_MS - (clock.now() % (24 * HOUR_MS))) % (24 * HOUR_MS));
	}, 120_000);

	afterAll(async () => {
		await app.close();
		await n8n.end();
	});

	/** A campaign of its own, to lost followers who have been in touch, or who can only be reminded. */
	const prepare = async (campaign: string, isReminder: boolean): Promise<string[]> => {
		const { state } = app.simulator.platform;
		const names = [...Array(PEOPLE).keys()].map((number) => `o_${campaign}_${number}`);
		for (const row of await app.rows('wechat_campaigns')) {
			await app.write('wechat_campaigns', { key: String(row.key), isActive: false });
		}
		await app.write('wechat_campaigns', {
			key: campaign,
			name: campaign,
			isActive: true,
			segments: campaign,
			holdOutPercent: 0,
			text: '好久不见！',
			couponSegments: campaign,
			couponText: '券码 {coupon}',
			serviceTemplateId: isReminder ? 'reminder' : '',
			serviceTitle: '提醒',
			serviceText: '积分年底清零',
		});
		const at = new Date(state.clock.now() - HOUR_MS).toISOString();
		await app.insert(
			'wechat_segments',
			names.map((openId) => ({ key: openId, openId, segment: campaign, at })),
		);
		await app.insert(
			'wechat_contacts',
			names.map((openId) => ({ key: openId, openId, isFollower: true })),
		);
		await app.insert(
			'wechat_coupons',
			names.map((openId) => ({ key: `code ${openId}`, campaign, state: 'free' })),
		);
		for (const openId of names) state.allow(state.addFollower(openId), 5, 48 * HOUR_MS);
		if (!isReminder) {
			await app.insert(
				'wechat_interactions',
				names.map((openId) => ({ key: `${openId}:1`, openId, kind: 'text', at })),
			);
		}
		return names;
	};

	const inboxOf = (openId: string) =>
		app.simulator.platform.state.followers.get(openId)?.inbox ?? [];

	const audienceOf = async (names: string[]) =>
		(await app.rows<Audience>('wechat_audience')).filter(({ openId }) => names.includes(openId));

	/** Starts a run, and kills n8n as soon as something is the case. */
	const runAndDie = async (what: string, isSo: () => Promise<boolean>) => {
		const run = app.run('13', 'Every day at ten').catch(() => undefined);
		await until(what, async () => (await isSo()) || undefined, 30_000);
		await n8n.dieAndRise();
		await run;
	};

	/** Kills n8n while it waits for WeChat's answer to the fourth message, which WeChat delivers. */
	const dieWaiting = async (path: string, names: string[]) => {
		app.simulator.platform.faults.add({ path, after: 3, latencyMs: 3_000 });
		await runAndDie('the fourth is under way', async () => {
			const isClaimed = (await audienceOf(names)).some(({ status }) => status === 'sending');
			const written = names.filter((openId) => inboxOf(openId).length > 0);
			if (written.length < 3 || !isClaimed) return false;
			// From the claim to the call it is a matter of milliseconds.
			await new Promise((resolve) => setTimeout(resolve, 1_000));
			return true;
		});
	};

	const sweepAfter = async (minutes: number) => {
		await app.advance(minutes * MINUTE_MS);
		await app.run('13', 'Every five minutes');
		await app.settled();
	};

	it('while WeChat has a message that n8n never hears of: not repeated, but told', async () => {
		const names = await prepare('answerless', false);
		await dieWaiting(CUSTOMER_SERVICE, names);
		await sweepAfter(5);
		await sweepAfter(7);
		const rows = await audienceOf(names);
		expect(rows.map(({ status }) => status).sort()).toEqual([
			...Array<string>(PEOPLE - 1).fill('sent'),
			'unknown',
		]);
		for (const openId of names) expect([openId, inboxOf(openId).length]).toEqual([openId, 1]);
		expect(app.staff.messages.join('\n')).toContain('有 1 条消息发送时中断');
		const texts = names.map((openId) => JSON.stringify(inboxOf(openId)[0]?.content));
		expect(new Set(texts).size).toBe(PEOPLE);
	}, 120_000);

	it('right after an answer: what is written down counts, the rest goes on', async () => {
		const names = await prepare('bookless', false);
		await runAndDie(
			'four are written to',
			async () => names.filter((openId) => inboxOf(openId).length > 0).length >= 4,
		);
		await sweepAfter(12);
		await sweepAfter(5);
		const rows = await audienceOf(names);
		expect(rows).toHaveLength(PEOPLE);
		for (const { status } of rows) expect(['sent', 'unknown']).toContain(status);
		expect(rows.filter(({ status }) => status === 'unknown').length).toBeLessThanOrEqual(1);
		for (const { openId, status } of rows) {
			// n8n may have died before the call of the one whose outcome it does not know.
			if (status === 'sent') expect([openId, inboxOf(openId).length]).toEqual([openId, 1]);
			expect(inboxOf(openId).length).toBeLessThanOrEqual(1);
		}
		const coupons = await app.rows('wechat_coupons');
		const owners = coupons
			.map(({ openId }) => openId)
			.filter((openId) => names.includes(String(openId)));
		expect(new Set(owners).size).toBe(owners.length);
		// n8n may also have died before the coupon of that one was claimed.
		for (const { openId, status } of rows) {
			if (status === 'sent') expect(owners).toContain(openId);
		}
	}, 120_000);

	it('while WeChat has a reminder: repeated at once, and read once', async () => {
		const names = await prepare('reminded', true);
		await dieWaiting(TEMPLATE, names);
		await sweepAfter(5);
		await sweepAfter(8);
		const rows = await audienceOf(names);
		expect(rows.map(({ status }) => status)).toEqual(Array<string>(PEOPLE).fill('sent'));
		for (const openId of names) expect([openId, inboxOf(openId).length]).toEqual([openId, 1]);
	}, 120_000);
});
