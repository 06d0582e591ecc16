import fc from 'fast-check';
import {
	afterQuietHours,
	decide,
	isHeldOut,
	type AudienceInteraction,
	type AudienceRules,
	type Person,
} from '../../../../nodes/shared/segment/audience';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-24T15:00:00+08:00');
const QUIET = { from: 22 * 60, until: 8 * 60 };
const RULES: AudienceRules = {
	campaign: 'wake-up',
	holdOutShare: 0,
	maxMessages: 1,
	perDays: 7,
	quiet: QUIET,
	channels: ['customerServiceMessage', 'subscriptionNotice'],
	now: NOW,
};
const at = (text: string) => Date.parse(text);
const ago = (kind: string, time: number, more: Partial<AudienceInteraction> = {}) => ({
	kind,
	at: NOW - time,
	...more,
});
const person = (interactions: AudienceInteraction[], more: Partial<Person> = {}): Person => ({
	openId: 'oA',
	optOut: false,
	interactions,
	...more,
});
const decided = (who: Person, rules: Partial<AudienceRules> = {}) =>
	decide(who, { ...RULES, ...rules });

describe('an audience', () => {
	it('gets the best channel that is open and allowed', () => {
		const consent = ago('event.subscribe_msg_popup_event', 20 * DAY, { accepted: ['T1'] });
		expect(decided(person([ago('text', HOUR)]))).toMatchObject({
			decision: 'sendNow',
			channel: 'customerServiceMessage',
		});
		expect(decided(person([consent]))).toMatchObject({
			channel: 'subscriptionNotice',
			templateId: 'T1',
		});
		expect(decided(person([]), { channels: ['broadcast'] })).toMatchObject({
			decision: 'sendNow',
			channel: 'broadcast',
		});
		expect(decided(person([ago('comment', HOUR), ago('activity.vote', HOUR)]))).toMatchObject({
			decision: 'notReachable',
			channel: null,
		});
	});

	it('leaves out who left and who wants nothing', () => {
		const left = { decision: 'notReachable', reason: expect.stringContaining('no longer follows') };
		expect(decided(person([ago('text', HOUR)], { isFollower: false }))).toMatchObject(left);
		expect(decided(person([ago('text', HOUR), ago('event.unsubscribe', 10)]))).toMatchObject(left);
		const refused = { decision: 'notReachable', reason: 'The person wants no messages' };
		expect(decided(person([ago('text', HOUR)], { optOut: true }))).toMatchObject(refused);
		expect(decided(person([ago('text', HOUR), ago('optOut', 90 * DAY)]))).toMatchObject(refused);
		const again = [ago('optOut', 90 * DAY), ago('optIn', DAY), ago('text', HOUR)];
		expect(decided(person(again)).decision).toBe('sendNow');
	});

	it('keeps the frequency cap; automatic replies do not count', () => {
		const busy = [ago('text', HOUR), ago('sent', 2 * DAY)];
		const rules: Partial<AudienceRules> = { channels: ['broadcast'] };
		expect(decided(person(busy), rules)).toMatchObject({
			decision: 'later',
			sendAfter: NOW + 5 * DAY,
			reason: 'Has had 1 messages within 7 days',
		});
		expect(decided(person(busy), { ...rules, maxMessages: 2 }).decision).toBe('sendNow');
		const auto = [ago('text', HOUR), ago('sent', 2 * DAY, { auto: true })];
		expect(decided(person(auto), rules).decision).toBe('sendNow');
		expect(decided(person([ago('noticeSent', DAY)]), rules).decision).toBe('later');
	});

	it('waits for the end of the quiet hours, if the channel is open then', () => {
		const night = at('2026-11-24T23:30:00+08:00');
		const wrote = (time: number) => person([{ kind: 'text', at: time }]);
		expect(decided(wrote(night - HOUR), { now: night })).toMatchObject({
			decision: 'later',
			sendAfter: at('2026-11-25T08:00:00+08:00'),
			reason: 'It is a quiet hour',
		});
		expect(decided(wrote(night - 47 * HOUR), { now: night })).toMatchObject({
			decision: 'notReachable',
			reason: expect.stringContaining('at 2026-11-25T00:00:00.000Z'),
		});
	});

	it('takes the hold-out from those who could be reached', () => {
		const everybody = { holdOutShare: 1 };
		expect(decided(person([ago('text', HOUR)]), everybody).decision).toBe('holdOut');
		expect(decided(person([]), everybody).decision).toBe('notReachable');
	});

	it('never writes in quiet hours, above the cap or to who left', () => {
		const interaction = fc.record({
			kind: fc.constantFrom(
				'text',
				'event.CLICK',
				'sent',
				'noticeSent',
				'event.unsubscribe',
				'event.subscribe',
			),
			at: fc.integer({ min: NOW - 12 * DAY, max: NOW + DAY }),
		});
		fc.assert(
			fc.property(
				fc.array(interaction, { maxLength: 30 }),
				fc.integer({ min: NOW, max: NOW + DAY }),
				fc.integer({ min: 1, max: 3 }),
				(interactions, now, maxMessages) => {
					const rules: AudienceRules = {
						...RULES,
						now,
						maxMessages,
						channels: [...RULES.channels, 'broadcast'],
					};
					const { decision, sendAfter } = decide(person(interactions), rules);
					if (decision === 'notReachable') return;
					const when = sendAfter ?? now;
					expect(when).toBeGreaterThanOrEqual(now);
					expect(decision === 'later').toBe(when > now);
					expect(afterQuietHours(when, QUIET)).toBe(when);
					const sent = interactions.filter(
						({ kind, at: then }) =>
							/^(sent|noticeSent)$/.test(kind) && then <= now && then > when - 7 * DAY,
					);
					expect(sent.length).toBeLessThan(maxMessages);
				},
			),
		);
	});
});

describe('quiet hours', () => {
	it.each([
		['2026-11-24T21:59:59+08:00', '2026-11-24T21:59:59+08:00'],
		['2026-11-24T22:00:00+08:00', '2026-11-25T08:00:00+08:00'],
		['2026-11-25T00:30:00+08:00', '2026-11-25T08:00:00+08:00'],
		['2026-11-25T07:59:59+08:00', '2026-11-25T08:00:00+08:00'],
		['2026-11-25T08:00:00+08:00', '2026-11-25T08:00:00+08:00'],
	])('%s waits until %s', (now, until) => {
		expect(afterQuietHours(at(now), QUIET)).toBe(at(until));
	});

	it('may lie within a day, or be none', () => {
		const noon = at('2026-11-24T12:30:00+08:00');
		expect(afterQuietHours(noon, { from: 720, until: 840 })).toBe(at('2026-11-24T14:00:00+08:00'));
		expect(afterQuietHours(noon, { from: 0, until: 0 })).toBe(noon);
	});
});

describe('the hold-out group', () => {
	const people = [...Array(20_000).keys()].map((number) => `oPerson${number}`);

	it('has the wanted share, within four standard deviations', () => {
		for (const share of [0.05, 0.1, 0.5]) {
			const held = people.filter((openId) => isHeldOut(openId, 'spring', share)).length;
			const deviation = Math.sqrt(people.length * share * (1 - share));
			expect(Math.abs(held - people.length * share)).toBeLessThan(4 * deviation);
		}
	});

	it('is the same in every run, grows with the share, and is another one for another campaign', () => {
		const held = (campaign: string, share: number) =>
			new Set(people.filter((openId) => isHeldOut(openId, campaign, share)));
		const small = held('spring', 0.1);
		expect(held('spring', 0.1)).toEqual(small);
		const large = held('spring', 0.2);
		expect([...small].every((openId) => large.has(openId))).toBe(true);
		const both = [...held('summer', 0.1)].filter((openId) => small.has(openId)).length;
		expect(Math.abs(both - 200)).toBeLessThan(4 * Math.sqrt(200));
		// One known answer, so that no later version regroups a running campaign.
		expect(people.slice(0, 40).filter((openId) => small.has(openId))).toMatchInlineSnapshot(`
		[
		  "oPerson10",
		  "oPerson14",
		  "oPerson34",
		]
	`);
	});
});
