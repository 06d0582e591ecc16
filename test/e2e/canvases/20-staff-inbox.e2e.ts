/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import chunk from 'lodash/chunk';
import { pageForms, textOf } from '../../harness/pageForms';
import { onCanvas, PASSWORD, until, type Stage } from '../lib/canvas';

const HOUR_MS = 3_600_000;
const HOSTILE = `<img src=x onerror=alert(1)> $& {{ $json }} ={{ 1 }}`;

/** With so many followers, and so many of them waiting, the list has to be there within this time. */
const FOLLOWERS = 10_000;
const WAITING = 200;
const MOST_MS = 8_000;
const INSERTED_TOGETHER = 1_000;

const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** A member of the staff with a browser that follows no redirect by itself. */
class Browser {
	constructor(private readonly stage: Stage) {}

	get address(): string {
		return this.stage.pageAt('wechat-inbox');
	}

	async open(query = '', headers: Record<string, string> = PASSWORD) {
		const response = await fetch(`${this.address}${query}`, { headers, redirect: 'manual' });
		return { response, html: await response.text() };
	}

	async send(query: string, fields: Record<string, string>, headers = PASSWORD) {
		const response = await fetch(`${this.address}${query}`, {
			method: 'POST',
			headers,
			body: new URLSearchParams(fields),
			redirect: 'manual',
		});
		return { response, html: await response.text() };
	}

	/** The addresses of the cases in the list. */
	async cases(): Promise<string[]> {
		const { html } = await this.open();
		return [...html.matchAll(/href="(\?case=[\w-]+)"/g)].map(([, query = '']) => query);
	}

	/** The page of a case, and what its form sends besides what is written. */
	async openCase(query: string) {
		const { html } = await this.open(query);
		return { html, hidden: pageForms(html)[0]?.hidden ?? {} };
	}
}

onCanvas('20', (stage) => {
	const browser = () => new Browser(stage());

	/** Somebody who follows, may be written to, and waits. */
	const waits = async (openId: string, text: string, hours: number, more = {}) => {
		const { simulator, write } = stage();
		const { state } = simulator.platform;
		state.allow(state.addFollower(openId), 5, 48 * HOUR_MS);
		const key = `case:chat:${openId}`;
		const when = ago(hours);
		await write('cases', {
			key,
			openId,
			channel: 'chat',
			tier: 'other',
			state: 'open',
			openedAt: when,
			openedBy: `${openId}:1`,
			lastAt: when,
			text,
			...more,
		});
		await write('case_events', {
			key: `event:${openId}:1`,
			caseKey: key,
			openId,
			channel: 'chat',
			tier: 'other',
			kind: 'userMessage',
			at: when,
			text,
		});
	};
	const inboxOf = (openId: string) =>
		(stage().simulator.platform.state.followers.get(openId)?.inbox ?? []).map(
			({ content }) => (content as { content: string }).content,
		);

	it('shows nothing to a stranger, and an empty list to the staff', async () => {
		const refused = await until('the page is there', async () => {
			const opened = await browser().open('', {});
			return opened.response.status === 404 ? undefined : opened;
		});
		expect(refused.response.status).toBe(401);
		expect((await browser().send('', { action: 'send' }, {} as never)).response.status).toBe(401);
		const { response, html } = await browser().open();
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('content-security-policy')).toContain('sandbox');
		expect(html).toMatch(/现在没有人在等回复|Nobody is waiting/);
	});

	it('lists late ones first, marks VIPs, and shows words of strangers as words', async () => {
		await waits('oCalm', '不急', 0.01);
		await waits('oLate', HOSTILE, 100, { tier: 'vip', dueAt: ago(70) });
		const { html } = await browser().open();
		expect(html.indexOf('oLate')).toBeLessThan(html.indexOf('oCalm'));
		expect(html).toMatch(/已超时|Late/);
		expect(html).toContain('<span class="badge vip">VIP</span>');
		expect(html).not.toMatch(/<img|\{\{/);
		expect(textOf(html)).toContain(HOSTILE);
		const [late = ''] = await browser().cases();
		expect(late).toMatch(/^\?case=[\w-]{16}$/);
		const page = await browser().openCase(late);
		expect(page.html).toMatch(/超过 48 小时|not written for 48 hours/);
		expect(page.html).not.toContain('<textarea');
	});

	it('sends an answer once, by a double click and when the page is loaded again', async () => {
		const [, calm = ''] = await browser().cases();
		const { hidden, html } = await browser().openCase(calm);
		expect(html).toMatch(/还能发 5 条|5 customer service messages left/);
		const text = '您好 ={{ $execution.id }} <b>';
		const fields = { ...hidden, text, by: '小李', action: 'send' };
		const both = await Promise.all([browser().send(calm, fields), browser().send(calm, fields)]);
		for (const { response } of both) {
			expect(response.status).toBe(303);
			expect(response.headers.get('location')).toBe('?done=sent');
		}
		const shown = await browser().open('?done=sent');
		expect(shown.html).toMatch(/已发送，会话已结束|Sent\. The case is closed/);
		await browser().send(calm, fields);
		expect(inboxOf('oCalm')).toEqual([text]);
		const { rows } = stage();
		const row = (await rows('cases')).find(({ openId }) => openId === 'oCalm');
		expect(row).toMatchObject({ state: 'closed', closedBy: '小李' });
		const events = (await rows('case_events')).filter(({ openId }) => openId === 'oCalm');
		expect(events.map(({ kind }) => kind)).toEqual(['userMessage', 'personReply', 'resolved']);
		const page = await browser().openCase(calm);
		expect(textOf(page.html)).toContain(text);
	});

	it('sends nothing for a form that it has not made, and keeps what could not be sent', async () => {
		await waits('oThird', '在吗', 0.01);
		const third = (await browser().cases())[1] ?? '';
		const forged = await browser().send(third, { form: 'x', text: '你好', action: 'send' });
		expect(forged.response.status).toBe(403);
		const { hidden } = await browser().openCase(third);
		const { faults } = stage().simulator.platform;
		faults.add({ path: '/cgi-bin/message/custom/send', errcode: 48001 });
		const refused = await browser().send(third, { ...hidden, text: '在的', action: 'send' });
		expect(refused.response.status).toBe(409);
		expect(refused.html).toMatch(/没有客服消息权限|may not send customer service messages/);
		expect(refused.html).toContain('在的</textarea>');
		const ended = await browser().send(third, { ...hidden, action: 'answered' });
		expect(ended.response.headers.get('location')).toBe('?done=closed');
		expect(inboxOf('oThird')).toEqual([]);
		const statuses = await stage().settled();
		expect(statuses.filter((status) => status !== 'success')).toEqual([]);
	});

	it('lists two hundred who wait among ten thousand followers', async () => {
		const { insert } = stage();
		const followers = [...Array(FOLLOWERS).keys()].map((number) => {
			const openId = `oMany${number}`;
			return { key: `contact:${openId}`, openId, isFollower: true, remark: `粉丝 ${number}` };
		});
		for (const part of chunk(followers, INSERTED_TOGETHER)) await insert('contacts', part);
		const waiting = followers.slice(-WAITING).map(({ openId }) => ({
			openId,
			channel: 'chat',
			tier: 'other',
			text: '在吗',
			caseKey: `case:chat:${openId}`,
		}));
		await insert(
			'cases',
			waiting.map(({ caseKey: key, ...row }) => ({
				...row,
				key,
				state: 'open',
				openedBy: `${row.openId}:1`,
				openedAt: ago(0.1),
				lastAt: ago(0.1),
			})),
		);
		await insert(
			'case_events',
			waiting.map((row) => ({
				...row,
				key: `event:${row.openId}:1`,
				kind: 'userMessage',
				at: ago(0.1),
			})),
		);
		const begun = performance.now();
		const queries = await browser().cases();
		const took = performance.now() - begun;
		process.stdout.write(`The list of ${queries.length} cases took ${Math.round(took)} ms\n`);
		expect(queries.length).toBeGreaterThanOrEqual(WAITING);
		expect(took).toBeLessThan(MOST_MS);
	}, 180_000);
});
