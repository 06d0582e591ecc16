import fc from 'fast-check';
import { replyWindow } from '../../nodes/shared/message/replyWindow';
import { checkReachability, type Interaction } from '../../nodes/shared/message/reachability';

const NOW = Date.parse('2026-11-24T04:00:00Z');
const HOUR = 3_600_000;
const at = (kind: string, ago: number) => ({ kind, at: NOW - ago });
const check = (...interactions: Interaction[]) => checkReachability(interactions, NOW);

describe('checkReachability', () => {
	it('counts five messages within 48 hours after a message', () => {
		expect(check(at('text', HOUR))).toMatchObject({ canWrite: true, messagesLeft: 5 });
		expect(check(at('text', 48 * HOUR - 1)).canWrite).toBe(true);
		expect(check(at('text', 48 * HOUR))).toMatchObject({
			canWrite: false,
			channel: 'templateMessage',
		});
	});

	it('counts what has been sent since', () => {
		const sent = [...Array(5).keys()].map((number) => at('sent', 100 - number));
		expect(check(at('text', 200), ...sent.slice(1)).messagesLeft).toBe(1);
		expect(check(at('text', 200), ...sent)).toMatchObject({
			canWrite: false,
			reason: expect.stringContaining('All messages'),
		});
		expect(check(at('text', 200), ...sent, at('voice', 10)).messagesLeft).toBe(5);
	});

	it('counts three messages within a minute after an action', () => {
		expect(check(at('event.CLICK', 59_000))).toMatchObject({ canWrite: true, messagesLeft: 3 });
		expect(check(at('event.CLICK', 60_000)).canWrite).toBe(false);
		expect(check(at('event.VIEW', 1_000)).canWrite).toBe(false);
	});

	it.each([
		'comment',
		'noticeSent',
		'activity.entry',
		'groupJoin',
		'couponGiven',
		'couponUsed',
		'order',
	])('%s opens nothing', (kind) => {
		expect(check(at(kind, HOUR)).canWrite).toBe(false);
	});

	it('knows who has left, and who has come back', () => {
		expect(check(at('text', 100), at('event.unsubscribe', 50)).reason).toContain(
			'no longer follows',
		);
		expect(check(at('event.unsubscribe', 50), at('event.subscribe', 10)).canWrite).toBe(true);
	});

	it('correction 14: counts a tapped answer as a menu tap', () => {
		const tap = (ago: number) => ({ ...at('text', ago), bizmsgmenuid: '1' });
		expect(check(tap(59_000)).messagesLeft).toBe(3);
		expect(check(tap(60_000)).canWrite).toBe(false);
	});

	it('correction 14: a payment opens 48 hours, however much has been written', () => {
		expect(check(at('payment', 48 * HOUR - 1)).canWrite).toBe(true);
		expect(check(at('payment', 48 * HOUR)).canWrite).toBe(false);
		const sent = [...Array(9).keys()].map((number) => at('sent', 100 - number));
		expect(check(at('payment', 300), at('text', 200), ...sent)).toMatchObject({
			canWrite: true,
			channel: 'customerServiceMessage',
		});
		const steps = replyWindow([at('payment', 300), at('text', 200), ...sent]);
		expect(steps.at(-1)).toMatchObject({ isUsedUp: false, openedAt: NOW - 300 });
	});

	it('of windows that allow as much, tells the one that is open for longest', () => {
		const { until } = check(at('text', 9 * HOUR), at('text', HOUR), at('text', 20 * HOUR));
		expect(until).toBe(new Date(NOW + 47 * HOUR).toISOString());
	});

	it('knows the notices that the person has agreed to', () => {
		const consent = {
			...at('event.subscribe_msg_popup_event', 9_000),
			accepted: ['T1', 'T1', 'T2'],
		};
		const sent = { ...at('noticeSent', 5_000), templateId: 'T2' };
		expect(check(consent, sent)).toMatchObject({ channel: 'subscriptionNotice', notices: ['T1'] });
		expect(check(at('event.unsubscribe', 1))).toMatchObject({ channel: null, isFollower: false });
	});

	it('never promises more than five, and reads times as text too', () => {
		const kind = fc.constantFrom('text', 'sent', 'event.CLICK', 'event.subscribe', 'event.VIEW');
		const row = fc.record({ kind, at: fc.integer({ min: NOW - 60 * HOUR, max: NOW }) });
		fc.assert(
			fc.property(fc.array(row), (rows) => {
				const result = checkReachability(rows, NOW);
				expect(result.messagesLeft).toBeLessThanOrEqual(5);
				expect(result.canWrite).toBe(result.messagesLeft > 0);
				const asText = rows.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
				expect(checkReachability(asText, NOW)).toEqual(result);
			}),
		);
	});
});
