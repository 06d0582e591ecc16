import { contactKey, contacts } from '../../../nodes/shared/records/tables/contacts';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { textOf } from '../../harness/pageForms';
import { at } from './cases';
import { useInbox } from './inboxDesk';

const HOSTILE = `<script>alert(1)</script> $& {{ $json }} "x' ={{ 1 }} &amp;`;
const DAY_MS = 86_400_000;

describe('the list of the inbox', () => {
	const desk = useInbox();

	it('says that nobody waits, in a new n8n', async () => {
		const { html, json, statusCode } = await desk.show();
		expect(html).toContain('现在没有人在等回复。');
		expect(json).toMatchObject({ waiting: 0, late: 0, atRisk: 0 });
		expect(statusCode).toBe(200);
		const english = await desk.show({}, { pageLanguage: 'en', pageTitle: 'Shop' });
		expect(english.html).toContain('Nobody is waiting');
		expect(english.html).toContain('<html lang="en">');
		expect(english.html).toContain('<h1>Shop</h1>');
	});

	it('shows late ones first, then those at risk, and marks VIPs', async () => {
		await desk.writes('oCalm', '不急', '10:20');
		await desk.writes('oLate', '等很久了', '09:05', { tier: 'vip' });
		await desk.writes('oRisk', '快一点', '09:00');
		const { html, json } = await desk.show({}, { now: at('10:35') });
		const names = [...html.matchAll(/class="name">([^<]*)</g)].map(([, name]) => name);
		expect(names).toEqual(['粉丝 …oLate', '粉丝 …oRisk', '粉丝 …oCalm']);
		expect(json).toMatchObject({ waiting: 3, late: 1, atRisk: 1 });
		expect(html).toContain('3 人在等 · 已超时 1 · 快超时 1');
		expect(html).toContain('<span class="badge vip">VIP</span>');
		expect(html).toContain('等了 1 小时 30 分钟');
		expect(html).toContain('应在 11-24 11:00 前回复');
	});

	it('holds no OpenID in an address, and leaves what was sent with the request behind', async () => {
		await desk.writes('oSecretPerson', '在吗');
		const { html, json } = await desk.show();
		expect(html).not.toContain('oSecretPerson');
		expect(JSON.stringify(json)).not.toContain('c2VjcmV0');
		expect(html).not.toMatch(/<script|https?:\/\//);
	});

	it('shows words of strangers as they are, and nothing else', async () => {
		await desk.writes('oA', HOSTILE);
		await desk.records.put(contacts, [
			{ key: contactKey('oA'), openId: 'oA', isFollower: true, remark: HOSTILE, tags: HOSTILE },
		]);
		for (const { html } of [await desk.show(), await desk.openCase()]) {
			expect(html).not.toContain('<script');
			expect(html).not.toContain('{{');
			expect(html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/[${}]/);
			expect(textOf(html)).toContain(HOSTILE);
		}
	});

	it('reads as many tables for two hundred cases as for one', async () => {
		await desk.writes('oFirst', '在吗');
		await desk.show();
		const before = desk.tables.runs;
		await desk.show();
		const forOne = desk.tables.runs - before;
		for (let number = 0; number < 199; number++) await desk.writes(`oW${number}`, '在吗');
		const begun = desk.tables.runs;
		const { cases, html } = await desk.show();
		expect(desk.tables.runs - begun).toBe(forOne);
		expect(cases).toHaveLength(200);
		expect(html.length).toBeLessThan(150_000);
	}, 60_000);
});

describe('the page of a person', () => {
	const desk = useInbox();

	it('shows what was said, what is known, and until when they can be reached', async () => {
		await desk.writes('oA', '要退货');
		await desk.records.put(contacts, [
			{
				key: contactKey('oA'),
				openId: 'oA',
				isFollower: true,
				tier: 'vip',
				segment: 'highValue',
				tags: '会员,上海',
				remark: '王小姐',
			},
		]);
		await desk.records.put(interactions, [
			{ key: 'i1', openId: 'oA', kind: 'text', at: Date.parse(at('09:00')), text: '你好' },
			{ key: 'i2', openId: 'oA', kind: 'image', at: Date.parse(at('09:01')) },
			{
				key: 'i3',
				openId: 'oA',
				kind: 'event.CLICK',
				at: Date.parse(at('09:02')),
				eventKey: 'hours',
			},
		]);
		const { html } = await desk.openCase();
		for (const text of [
			'王小姐',
			'高价值',
			'会员,上海',
			'你好',
			'[图片]',
			'[点了菜单] hours',
			'要退货',
		]) {
			expect(html).toContain(text);
		}
		expect(html).toContain('还能发 5 条客服消息，到 11-26 10:00 为止');
		const english = await desk.openCase(0, { pageLanguage: 'en' });
		expect(english.html).toContain('5 customer service messages left, until 11-26 10:00');
		expect(english.html).toContain('High value');
	});

	it('can be used with a keyboard and a screen reader, on a phone and in the dark', async () => {
		await desk.writes('oA', '要退货');
		const { html } = await desk.openCase();
		for (const [, id] of html.matchAll(/<(?:textarea|input) id="(\w+)"/g)) {
			expect(html).toContain(`<label for="${id}">`);
		}
		expect(html).toContain('width=device-width');
		expect(html).toContain('prefers-color-scheme:dark');
		expect(html).toContain(':focus-visible');
		expect(html).toContain('href="#answer"');
		expect(html).not.toMatch(/ on\w+=/);
	});

	it('says why nothing can be sent, and what else can be done', async () => {
		await desk.writes('oOld', '在吗', '10:00');
		const later = { now: new Date(Date.parse(at('10:30')) + 2 * DAY_MS).toISOString() };
		const closed = await desk.openCase(0, later);
		expect(closed.html).toContain('对方超过 48 小时没有发消息');
		expect(closed.html).toContain('等对方再发消息');
		expect(closed.html).not.toContain('<textarea');
		expect(closed.forms[0]?.buttons).toEqual(['answered', 'resolved']);
		await desk.records.put(contacts, [
			{ key: contactKey('oOld'), openId: 'oOld', isFollower: false },
		]);
		expect((await desk.openCase()).html).toContain('对方没有关注公众号');
	});

	it('does not show what is not there', async () => {
		const { html, statusCode } = await desk.show({ case: HOSTILE });
		expect(statusCode).toBe(404);
		expect(html).toContain('这个会话已经不在了');
	});
});
