import { event, judged, short } from './build';

const first = (rows: string[], now: string) =>
	judged(
		rows.map((text) => event(text)),
		now,
	)
		.filter(({ metric }) => metric !== 'resolution')
		.map(short);

describe('clocks', () => {
	it('run from the first message to the first reply by a person', () => {
		expect(first(['24 10:00 userMessage'], '24 10:30')).toEqual(['firstResponse onTrack 24 12:00']);
		expect(first(['24 10:00 userMessage'], '24 11:30')).toEqual(['firstResponse atRisk 24 12:00']);
		expect(first(['24 10:00 userMessage'], '24 12:00')).toEqual(['firstResponse atRisk 24 12:00']);
		expect(first(['24 10:00 userMessage'], '24 12:01')).toEqual([
			'firstResponse breached 24 12:00',
		]);
	});

	it('are not stopped by automatic replies', () => {
		const rows = ['24 10:00 userMessage', '24 10:00 autoReply', '24 10:05 autoReply'];
		expect(first(rows, '24 13:00')).toEqual(['firstResponse breached 24 12:00']);
		expect(first([...rows, '24 11:00 personReply'], '24 13:00')).toEqual([
			'firstResponse met 24 12:00',
		]);
	});

	it('call a late reply late for good', () => {
		const rows = ['24 10:00 userMessage', '24 12:30 personReply'];
		const [decision] = judged(
			rows.map((text) => event(text)),
			'25 10:00',
		);
		expect(decision).toMatchObject({
			status: 'breached',
			endedAt: '2026-11-24T04:30:00.000Z',
			remainingMinutes: -30,
			message: expect.stringContaining('实际 11-24 12:30，超时 30 分钟') as string,
		});
	});

	it('start once for a burst of messages', () => {
		const rows = ['24 10:00 userMessage', '24 10:01 userMessage', '24 10:02 userMessage'];
		expect(first(rows, '24 10:30')).toEqual(['firstResponse onTrack 24 12:00']);
		const after = [...rows, '24 10:10 personReply', '24 10:20 userMessage', '24 10:21 userMessage'];
		expect(first(after, '24 10:30')).toEqual([
			'nextResponse onTrack 24 11:20',
			'firstResponse met 24 12:00',
		]);
		expect(first([...after, '24 10:40 personReply', '24 10:50 userMessage'], '24 11:00')).toEqual([
			'nextResponse met 24 11:20',
			'nextResponse onTrack 24 11:50',
			'firstResponse met 24 12:00',
		]);
	});

	it('stand still while the case waits for the user, and go on with what was left', () => {
		const rows = ['24 10:00 userMessage', '24 10:30 waitingOnUser'];
		expect(first(rows, '24 20:00')).toEqual(['firstResponse paused ']);
		const [paused] = judged(
			rows.map((text) => event(text)),
			'24 20:00',
		);
		expect(paused).toMatchObject({ dueAt: null, remainingMinutes: 90, elapsedShare: 0.25 });
		expect(first([...rows, '24 20:00 userMessage'], '24 20:10')).toEqual([
			'firstResponse onTrack 24 21:30',
		]);
		expect(first([...rows, '24 20:00 userMessage'], '24 21:31')).toEqual([
			'firstResponse breached 24 21:30',
		]);
	});

	it('end when the case is resolved; a message after that opens it anew', () => {
		const rows = ['24 10:00 userMessage', '24 10:10 personReply', '24 11:00 resolved'];
		const all = (now: string, more: string[] = []) =>
			judged(
				[...rows, ...more].map((text) => event(text)),
				now,
			).map(short);
		expect(all('24 12:00')).toEqual(['firstResponse met 24 12:00', 'resolution met 26 10:00']);
		expect(all('25 09:30', ['25 09:00 userMessage'])).toEqual([
			'firstResponse met 24 12:00',
			'firstResponse onTrack 25 11:00',
			'resolution met 26 10:00',
			'resolution onTrack 27 09:00',
		]);
		expect(all('25 09:30', ['25 09:00 reopened'])).toContain('resolution onTrack 26 10:00');
	});

	it('leave out what was closed before anybody had to answer', () => {
		const rows = ['24 10:00 userMessage', '24 10:30 resolved'];
		expect(first(rows, '24 13:00')).toEqual([]);
		expect(first(['24 10:00 userMessage', '24 10:30 cancelled'], '24 13:00')).toEqual([]);
		expect(first(['24 10:00 userMessage', '24 13:00 resolved'], '24 14:00')).toEqual([
			'firstResponse breached 24 12:00',
		]);
	});

	it('end when the person no longer follows the account', () => {
		const left = { caseId: '', kind: 'event.unsubscribe' };
		const rows = [event('24 10:00 userMessage'), event('24 10:30 x', left)];
		expect(judged(rows, '24 13:00')).toEqual([]);
	});

	it('go by the tier that the case had while they ran', () => {
		const rows = [
			event('24 10:00 userMessage'),
			event('24 10:05 autoReply', { tier: 'negative' }),
			event('24 10:10 personReply'),
			event('24 11:00 userMessage', { tier: 'VIP' }),
		];
		expect(judged(rows, '24 11:10').map(({ metric, tier }) => `${metric} ${tier}`)).toEqual([
			'firstResponse negative',
			'nextResponse vip',
		]);
	});

	it('stay late by the tier they had then', () => {
		const rows = [
			event('24 10:00 userMessage', { tier: 'negative' }),
			event('24 10:20 autoReply', { tier: 'other' }),
		];
		expect(judged(rows, '24 10:30')[0]).toMatchObject({ tier: 'negative', status: 'breached' });
	});

	it('take the first policy that matches one of several tiers', () => {
		const [decision] = judged(
			[event('24 10:00 userMessage', { tier: 'vip,Negative' })],
			'24 10:01',
		);
		expect(decision?.tier).toBe('negative');
	});

	it('know nothing of what lies after now', () => {
		const rows = ['24 10:00 userMessage', '24 11:00 personReply', '24 12:30 userMessage'];
		expect(first(rows, '24 10:30')).toEqual(['firstResponse onTrack 24 12:00']);
	});

	it('do not start for what the account writes of its own accord', () => {
		expect(first(['24 10:00 personReply', '24 10:05 noticeSent'], '24 13:00')).toEqual([]);
		expect(first(['24 10:00 personReply', '24 11:00 userMessage'], '24 11:01')).toEqual([
			'firstResponse onTrack 24 13:00',
		]);
	});
});

describe("WeChat's window", () => {
	it('limits the deadline of a chat to 48 hours after the last message', () => {
		const one = judged([event('24 10:00 userMessage')], '24 10:01').map(short);
		expect(one).toContain('resolution onTrack 26 10:00');
		const later = [event('24 10:00 userMessage'), event('24 20:00 userMessage')];
		expect(judged(later, '24 20:01').map(short)).toContain('resolution onTrack 26 20:00');
	});

	it('is at risk after 80 % of it', () => {
		const rows = [event('24 10:00 userMessage'), event('24 10:10 personReply')];
		const at = (now: string) => judged(rows, now).find(({ metric }) => metric === 'resolution');
		expect(at('26 00:23')).toMatchObject({ status: 'onTrack', limitedBy: 'platformWindow' });
		expect(at('26 00:24')).toMatchObject({
			status: 'atRisk',
			why: "80 % of WeChat's window has passed",
			message: expect.stringContaining('之后微信不再允许发送客服消息') as string,
		});
		expect(at('26 10:01')).toMatchObject({
			status: 'breached',
			why: "WeChat's window for messages has closed",
			message: expect.stringContaining('48 小时回复窗口已关闭') as string,
		});
	});

	it('closes when all messages have been sent', () => {
		const sent = [1, 2, 3, 4, 5].map((minute) => event(`24 10:0${minute} autoReply`));
		const rows = [event('24 10:00 userMessage'), ...sent];
		const [decision] = judged(rows, '24 10:10');
		expect(decision).toMatchObject({
			status: 'breached',
			dueAt: '2026-11-24T02:05:00.000Z',
			limitedBy: 'platformWindow',
			why: 'All messages that WeChat allows after the last contact have been sent',
		});
		expect(decision?.message).toContain('客服消息条数已用完');
		const passive = sent.map((_, minute) =>
			event(`24 10:0${minute} autoReply`, { sentAs: 'passiveReply' }),
		);
		expect(judged([event('24 10:00 userMessage'), ...passive], '24 10:10').map(short)).toContain(
			'firstResponse onTrack 24 12:00',
		);
	});

	it('lasts a minute after a tapped answer', () => {
		const tap = event('24 10:00 text', { bizmsgmenuid: '1' });
		expect(judged([tap], '24 10:00').map(short)).toContain('firstResponse onTrack 24 10:01');
	});

	it('does not count for comments, and not when it is ignored', () => {
		const comment = event('24 10:00 userMessage', { channel: 'comment' });
		expect(judged([comment], '24 10:01').map(short)).toContain('resolution onTrack 28 14:00');
		const chat = [event('24 10:00 userMessage')];
		for (const windowRule of ['none', 'replies'] as const) {
			expect(judged(chat, '24 10:01', { windowRule }).map(short)).toContain(
				'resolution onTrack 28 14:00',
			);
		}
	});
});
