import { finishedPeriods } from '../../../../nodes/WeChatMetrics/engine/period';
import { at, metric, metricsOf, NOW, read } from './sample';

const YESTERDAY = '2026-11-23';
const BEFORE = '2026-11-22';

const text = (openId: string, time: string, words = '在吗') => ({
	openId,
	kind: 'text',
	at: time,
	text: words,
});
const sent = (openId: string, time: string, auto = false) => ({
	openId,
	kind: 'sent',
	at: time,
	auto,
});
const follow = (openId: string, time: string) => ({ openId, kind: 'event.subscribe', at: time });
const tap = (openId: string, time: string) => ({ openId, kind: 'event.CLICK', at: time });

describe('platform statistics', () => {
	const summary = {
		ref_date: YESTERDAY,
		read_user: 1_000,
		like_user: 80,
		share_user: 50,
		collection_user: 20,
		zaikan_user: 10,
		comment_count: 7,
	};

	it('give reads, rates and comments', () => {
		expect(metric([summary], 'reads')?.value).toBe(1_000);
		expect(metric([summary], 'likeRate')).toMatchObject({
			value: 0.08,
			numerator: 80,
			denominator: 1_000,
		});
		expect(metric([summary], 'wowRate')?.value).toBe(0.01);
		expect(metric([summary], 'favouriteRate')?.value).toBe(0.02);
		expect(metric([summary], 'comments')?.value).toBe(7);
	});

	it('that are not there are not zero, and nothing is divided by nobody', () => {
		expect(metric([{ ...summary, ref_date: BEFORE }], 'reads')?.value).toBeNull();
		expect(metric([{ ...summary, read_user: 0 }], 'likeRate')).toMatchObject({
			value: null,
			numerator: 80,
			denominator: 0,
		});
		expect(metricsOf([]).map(({ value }) => value)).toEqual(metricsOf([]).map(() => null));
	});

	it('add up sources and message types, each counted once', () => {
		const rows = [
			{ ref_date: YESTERDAY, user_source: 1, new_user: 5, cancel_user: 1 },
			{ ref_date: YESTERDAY, user_source: 30, new_user: 3, cancel_user: 2 },
			{ ref_date: YESTERDAY, user_source: 30, new_user: 3, cancel_user: 2 },
			{ ref_date: YESTERDAY, msg_type: 1, msg_count: 10 },
			{ ref_date: YESTERDAY, msg_type: 2, msg_count: 4 },
			{ ref_date: YESTERDAY, cumulate_user: 500 },
		];
		expect(metric(rows, 'newFollowers')?.value).toBe(8);
		expect(metric(rows, 'netFollowers')?.value).toBe(5);
		expect(metric(rows, 'messages')?.value).toBe(14);
		expect(metric(rows, 'followers')?.value).toBe(500);
	});

	it('of a day win over those of its hours, of the account over those of its articles', () => {
		const rows = [
			{ ref_date: YESTERDAY, ref_hour: 900, msg_type: 1, msg_count: 99 },
			{ ref_date: YESTERDAY, msg_type: 1, msg_count: 10 },
			{ ref_date: YESTERDAY, msgid: 'a_1', read_user: 700 },
			{ ref_date: YESTERDAY, msgid: 'b_1', read_user: 600 },
		];
		expect(metric(rows, 'messages')?.value).toBe(10);
		expect(metric(rows, 'reads')?.value).toBe(1_300);
		expect(metric([...rows, summary], 'reads')?.value).toBe(1_000);
	});

	it('give the average stay in seconds, weighted by readers, as last known', () => {
		const stay = (msgid: string, stat_date: string, read_user: number, minutes: number) => ({
			ref_date: YESTERDAY,
			stat_date,
			msgid,
			read_user,
			read_avg_activetime: minutes,
		});
		const rows = [
			stay('a', YESTERDAY, 10, 9),
			stay('a', '2026-11-24', 300, 1),
			stay('b', YESTERDAY, 100, 2),
		];
		expect(metric(rows, 'averageStay')?.value).toBe(75);
		expect(metric(rows, 'reads')?.value).toBeNull();
	});
});

describe('without statistics', () => {
	it('rows are counted, from the day on which recording began', () => {
		const rows = [follow('o1', at(YESTERDAY)), text('o1', at(YESTERDAY)), tap('o2', at(YESTERDAY))];
		expect(metric(rows, 'newFollowers')?.value).toBe(1);
		expect(metric(rows, 'lostFollowers')?.value).toBe(0);
		expect(metric(rows, 'messages')?.value).toBe(1);
		expect(metric(rows, 'activeUsers')).toMatchObject({ value: 2, previous: null });
		// Comments have never been recorded, so there is no telling how many there were.
		expect(metric(rows, 'comments')?.value).toBeNull();
	});

	it('a day is one in Shanghai', () => {
		expect(metric([text('o1', '2026-11-22T16:00:00Z')], 'messages')?.value).toBe(1);
		const rows = [text('o1', at(BEFORE)), text('o1', '2026-11-23T16:00:00Z')];
		expect(metric(rows, 'messages')?.value).toBe(0);
	});
});

describe('replies', () => {
	it('count conversations and comments, and time only what a person answered', () => {
		const rows = [
			text('o1', at(YESTERDAY, '10:00')),
			text('o1', at(YESTERDAY, '10:01'), '人呢'),
			sent('o1', at(YESTERDAY, '10:01'), true),
			sent('o1', at(YESTERDAY, '10:10')),
			text('o2', at(YESTERDAY, '11:00')),
			{
				key: 'c1',
				openId: 'o3',
				kind: 'comment',
				at: at(YESTERDAY, '12:00'),
				repliedAt: at(YESTERDAY, '12:20'),
			},
			{ key: 'c2', openId: 'o4', kind: 'comment', at: at(YESTERDAY, '12:00') },
			{
				key: 'r2',
				caseId: 'c2',
				openId: 'o4',
				kind: 'personReply',
				channel: 'comment',
				at: at(YESTERDAY, '12:30'),
			},
		];
		expect(metric(rows, 'replyShare')).toMatchObject({ numerator: 3, denominator: 4 });
		expect(metric(rows, 'firstResponseMedian')?.value).toBe(1_200);
		expect(metric(rows, 'firstResponseP90')?.value).toBe(1_680);
		expect(metric(rows, 'comments')?.value).toBe(2);
	});

	it('broadcasts about an activity answer nobody', () => {
		const told = { ...sent('o1', at(YESTERDAY, '10:10')), activityId: 'a1' };
		expect(metric([text('o1', at(YESTERDAY)), told], 'replyShare')?.value).toBe(0);
	});

	it('keep a breached clock breached, and wait for those that still run', () => {
		const clock = (caseId: string, status: string) => ({
			caseId,
			metric: 'firstResponse',
			status,
			startedAt: at(YESTERDAY, '09:00'),
			dueAt: at(YESTERDAY, '09:30'),
		});
		const rows = [
			clock('a', 'met'),
			clock('b', 'met'),
			clock('b', 'breached'),
			clock('c', 'atRisk'),
		];
		expect(metric(rows, 'slaMet')).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
	});
});

describe('conversion', () => {
	it('counts taps of the day before whose 24 hours ended in the period', () => {
		const rows = [
			tap('o1', at(BEFORE, '10:00')),
			{ key: 'b1', openId: 'o1', amount: 9_900, at: at(YESTERDAY, '09:59') },
			tap('o2', at(BEFORE, '10:00')),
			{ openId: 'o2', kind: 'order', at: at(YESTERDAY, '10:01') },
			tap('o3', at(YESTERDAY, '10:00')),
			{ openId: 'o3', kind: 'order', at: at(YESTERDAY, '10:05') },
		];
		expect(metric(rows, 'menuConversionRate')).toMatchObject({ numerator: 1, denominator: 2 });
		expect(metric(rows, 'menuClickRate')).toMatchObject({ numerator: 1, denominator: 3 });
	});

	it('holds solved what nobody had to touch again', () => {
		const rows = [
			text('o1', at(BEFORE), '多少钱'),
			sent('o1', at(BEFORE), true),
			text('o2', at(BEFORE), '多少钱？'),
			sent('o2', at(BEFORE), true),
			text('o2', at(BEFORE, '10:05'), '多少钱！'),
			sent('o2', at(BEFORE, '10:05'), true),
			text('o3', at(BEFORE), '退货'),
			sent('o3', at(BEFORE), true),
			{ openId: 'o3', kind: 'event.kf_create_session', at: at(BEFORE, '10:09') },
			text('o4', at(BEFORE), '发票'),
			sent('o4', at(BEFORE), true),
			text('o4', at(BEFORE, '12:00'), '还有一个问题'),
		].map((row, place) => ({
			key: String(place),
			...row,
			at: row.at.replace(':00+', `:${10 + place}+`),
		}));
		expect(metric(rows, 'autoResolutionRate')).toMatchObject({ numerator: 1, denominator: 4 });
		expect(metric(rows, 'handOverRate')).toMatchObject({ numerator: 1, denominator: 4 });
	});

	it('counts participants among those told, or among all followers', () => {
		const joins = ['o1', 'o2', 'o2'].map((openId, place) => ({
			key: `e${place}`,
			activityId: 'a1',
			openId,
			type: 'entry',
			at: at(YESTERDAY),
		}));
		const draw = { key: 'd', activityId: 'a1', openId: 'o9', type: 'win', at: at(YESTERDAY) };
		const total = { ref_date: BEFORE, cumulate_user: 10 };
		const rows = [...joins, draw, total];
		expect(metric(rows, 'activityParticipationRate')).toMatchObject({
			numerator: 2,
			denominator: 10,
		});
		const told = ['o1', 'o2', 'o3', 'o4'].map((openId) => ({
			openId,
			kind: 'noticeSent',
			activityId: 'a1',
			at: at(BEFORE),
		}));
		expect(metric([...rows, ...told], 'activityParticipationRate')?.value).toBe(0.5);
	});

	it('follows offers of groups and coupons', () => {
		const rows = [
			{ openId: 'o1', kind: 'groupOffer', at: at(BEFORE) },
			{ openId: 'o1', kind: 'groupJoin', at: at(BEFORE, '11:00') },
			{ openId: 'o2', kind: 'groupOffer', at: at(BEFORE) },
			{ openId: 'o1', kind: 'couponGiven', at: at('2026-11-16') },
			{ openId: 'o1', kind: 'couponUsed', at: at('2026-11-20') },
		];
		expect(metric(rows, 'groupJoinRate')?.value).toBe(0.5);
		expect(metric(rows, 'couponUseRate')?.value).toBe(1);
	});
});

describe('deep layer', () => {
	it('retention is of the people whose day it is', () => {
		const rows = [
			follow('o1', at(BEFORE)),
			tap('o1', at(YESTERDAY)),
			follow('o2', at(BEFORE)),
			follow('o3', at('2026-11-16')),
			tap('o3', at(YESTERDAY)),
		];
		expect(metric(rows, 'retentionDay1')?.value).toBe(0.5);
		expect(metric(rows, 'retentionDay7')?.value).toBe(1);
		expect(metric(rows, 'retentionDay30')?.value).toBeNull();
		expect(metric(rows, 'secondInteractionRate')).toMatchObject({ numerator: 1, denominator: 1 });
	});

	it('knows who is dormant, who may leave, and who has left', () => {
		const rows = [
			...['2026-10-20', '2026-10-23', '2026-10-26', '2026-11-01'].map((day) =>
				tap('warn', at(day)),
			),
			tap('dormant', at('2026-10-10')),
			tap('gone', at('2026-10-10')),
			{ openId: 'gone', kind: 'event.unsubscribe', at: at('2026-11-01') },
			tap('fresh', at(YESTERDAY)),
			{ openId: 'silent', isFollower: true, subscribedAt: '2026-01-01' },
			{ openId: 'left', isFollower: false, subscribedAt: '2026-01-01' },
		];
		expect(metric(rows, 'dormantShare')).toMatchObject({ numerator: 2, denominator: 4 });
		expect(metric(rows, 'churnWarnings')?.value).toBe(1);
		expect(metric(rows, 'interactionGapMedian')?.value).toBe(3);
	});

	it('follows people from segment to segment', () => {
		const step = (openId: string, day: string, segment: string) => ({
			openId,
			segment,
			at: at(day),
		});
		const rows = [
			step('o1', '2026-11-16', 'potential'),
			step('o1', YESTERDAY, 'highValue'),
			step('o2', '2026-11-16', '潜在用户'),
			step('o2', YESTERDAY, '沉默'),
			step('o3', YESTERDAY, 'lost'),
		];
		expect(metric(rows, 'segmentUpShare')?.value).toBe(0.5);
		expect(metric(rows, 'segmentDownShare')?.value).toBe(0.5);
		expect(() => read([step('o1', YESTERDAY, 'best')])).toThrow(
			`[Item 1] 'segment' is not one of the four segments: "best"`,
		);
	});
});

describe('a row', () => {
	const rows = [
		{ ref_date: BEFORE, read_user: 100 },
		{ ref_date: YESTERDAY, read_user: 150 },
	];

	it('compares with the period before and with the target', () => {
		const targets = new Map([['reads', 200]]);
		expect(metric(rows, 'reads', { targets })).toEqual({
			key: 'reads|2026-11-23|2026-11-23',
			metric: 'reads',
			label: '阅读人数',
			layer: 'basic',
			unit: 'count',
			period: 'day',
			date: YESTERDAY,
			from: YESTERDAY,
			to: YESTERDAY,
			value: 150,
			previous: 100,
			change: 0.5,
			target: 200,
			isTargetMet: false,
			numerator: null,
			denominator: null,
		});
	});

	it('is met downwards where less is better, and never where there is no value', () => {
		const targets = new Map([
			['lostFollowers', 3],
			['slaMet', 0.9],
		]);
		const lost = { ref_date: YESTERDAY, user_source: 0, new_user: 0, cancel_user: 2 };
		expect(metric([lost], 'lostFollowers', { targets })?.isTargetMet).toBe(true);
		expect(metric([lost], 'slaMet', { targets })?.isTargetMet).toBeNull();
	});

	it('believes what was stored of the period before', () => {
		const stored = { metric: 'reads', date: BEFORE, value: 300 };
		expect(metric([...rows, stored], 'reads')).toMatchObject({ previous: 300, change: -0.5 });
	});

	it('comes for each metric of the chosen layers and each period', () => {
		const periods = finishedPeriods('week', 3, NOW);
		const result = metricsOf(rows, { periods, layers: ['conversion'] });
		expect(result).toHaveLength(3 * 7);
		expect(new Set(result.map(({ key }) => key)).size).toBe(result.length);
		expect(result[0]).toMatchObject({ period: 'week', from: '2026-11-02', to: '2026-11-08' });
	});
});

describe('a bad row', () => {
	it.each([
		[{ kind: 'text', openId: 'o1' }, "[Item 1] 'at' is missing"],
		[{ kind: 'text', openId: 'o1', at: 'soon' }, `[Item 1] 'at' is not a time: "soon"`],
		[{ ref_date: '昨天', read_user: 1 }, `[Item 1] 'ref_date' is not a time: "昨天"`],
		[{ ref_date: YESTERDAY, read_user: -1 }, "[Item 1] 'read_user' is -1; it has to be 0 or more"],
		[{ ref_date: YESTERDAY, read_user: 'many' }, `[Item 1] 'read_user' is not a number: "many"`],
		[{ metric: 'reads', date: YESTERDAY, value: 'x' }, `[Item 1] 'value' is not a number: "x"`],
		[{ metric: 'reads', date: YESTERDAY, unit: 'km' }, `[Item 1] 'unit' is "km"`],
		[{ metric: 'reads' }, "[Item 1] 'date' is missing"],
		[{ hello: 1 }, "[Item 1] 'kind' is missing"],
	])('%j says what is wrong', (row, message) => {
		expect(() => read([row])).toThrow(message);
	});
});
