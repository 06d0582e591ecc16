import fc from 'fast-check';
import { businessCalendar } from '../../../../nodes/shared/calendar/businessHours';
import { chineseHolidays } from '../../../../nodes/shared/calendar/holidays';
import { parseHours } from '../../../../nodes/shared/calendar/hours';
import { deadlineOf } from '../../../../nodes/WeChatSla/engine/deadline';
import { reportOf, quantile } from '../../../../nodes/WeChatSla/engine/report';
import { isRemembered } from '../../../../nodes/WeChatSla/engine/sweep';
import type { CaseEvent } from '../../../../nodes/shared/sla/types';
import type { SlaSettings } from '../../../../nodes/shared/sla/slaSettings';
import { event, judged, moment, settings } from './build';

const hours = parseHours('09:00-12:00, 13:00-21:00', 'Hours');
const calendar = businessCalendar({
	zone: 'Asia/Shanghai',
	week: Array.from({ length: 7 }, () => hours),
	holidays: chineseHolidays(),
});

const HOUR = 3_600_000;

const kind = fc.constantFrom(
	'userMessage',
	'userMessage',
	'autoReply',
	'personReply',
	'waitingOnUser',
	'resolved',
	'reopened',
	'cancelled',
	'event.CLICK',
);

const anyRow: fc.Arbitrary<CaseEvent> = fc
	.record({
		kind,
		caseId: fc.constantFrom('a', 'b', 'c'),
		openId: fc.constantFrom('x', 'y'),
		channel: fc.constantFrom('chat', 'comment'),
		tier: fc.constantFrom('', '', 'vip', 'negative'),
		// Few moments, so that rows often share one, as the seconds of WeChat do.
		at: fc.integer({ min: 0, max: 200 }).map((halves) => moment('23 08:00') + (halves * HOUR) / 2),
		key: fc.integer({ min: 0, max: 1_000 }).map(String),
	})
	.map(({ kind: given, ...row }) => event(`23 08:00 ${given}`, row));

const rows = fc
	.array(anyRow, { maxLength: 25 })
	// A key stands for one row.
	.map((list) => list.map((row, position) => ({ ...row, key: `${row.key}-${position}` })));

const now = fc.integer({ min: 0, max: 130 }).map((after) => moment('23 08:00') + after * HOUR);

const sweepAt = (list: CaseEvent[], at: number) => judged(list, '23 08:00', { calendar, now: at });

describe('a sweep', () => {
	it('does not depend on the order and the repetition of rows', () => {
		const shuffled = rows.chain((list) =>
			fc.tuple(
				fc.constant(list),
				fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }),
			),
		);
		fc.assert(
			fc.property(shuffled, now, ([list, mixed], at) => {
				expect(sweepAt(mixed, at)).toEqual(sweepAt(list, at));
			}),
			{ numRuns: 500 },
		);
	});

	it('never takes back that something was late', () => {
		fc.assert(
			fc.property(rows, now, fc.integer({ min: 0, max: 50 }), (list, at, hoursLater) => {
				const lateKeys = (moments: number) =>
					sweepAt(list, moments)
						.filter(({ status }) => status === 'breached')
						.map(({ key }) => key);
				expect(lateKeys(at + hoursLater * HOUR)).toEqual(expect.arrayContaining(lateKeys(at)));
			}),
			{ numRuns: 500 },
		);
	});

	it('has a key of its own for every finding, and nothing new once all are stored', () => {
		fc.assert(
			fc.property(rows, now, (list, at) => {
				const keys = sweepAt(list, at).map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
				const stored = new Set(keys);
				const again = sweepAt(list, at).filter(
					(decision) => isRemembered(decision) && !stored.has(decision.key),
				);
				expect(again).toEqual([]);
			}),
		);
	});

	it('never lets a reply to a chat be due later than 48 hours after its last message', () => {
		fc.assert(
			fc.property(rows, now, (list, at) => {
				const last = Math.max(
					...list.filter((row) => row.kind === 'userMessage').map((row) => row.at),
				);
				for (const { channel, dueAt, metric } of sweepAt(list, at)) {
					if (channel === 'chat' && metric !== 'resolution' && dueAt) {
						expect(Date.parse(dueAt)).toBeLessThanOrEqual(last + 48 * HOUR);
					}
				}
			}),
		);
	});

	it('counts the same in a report', () => {
		const period = { from: moment('23 00:00'), to: moment('29 00:00') };
		fc.assert(
			fc.property(rows, now, (list, at) => {
				const all = settings('23 08:00', { calendar, now: at });
				const { metrics } = reportOf(list, period, all).all;
				const decisions = sweepAt(list, at);
				for (const metric of ['firstResponse', 'nextResponse', 'resolution'] as const) {
					const own = decisions.filter((decision) => decision.metric === metric);
					const count = (...statuses: string[]) =>
						own.filter(({ status }) => statuses.includes(status)).length;
					expect(metrics[metric]).toMatchObject({
						met: count('met'),
						breached: count('breached'),
						open: count('onTrack', 'atRisk', 'paused'),
					});
				}
			}),
		);
	});
});

describe('a deadline', () => {
	it('grows with the start, and is never later than the window', () => {
		const at = fc.integer({ min: moment('01 00:00'), max: moment('30 00:00') });
		const due = (start: number, all: SlaSettings) =>
			Date.parse(
				deadlineOf({ ...event('24 10:00 userMessage'), at: start }, 'resolution', all)?.dueAt ?? '',
			);
		fc.assert(
			fc.property(at, fc.integer({ min: 0, max: 100 * HOUR }), (start, later) => {
				const all = settings('24 10:00', { calendar });
				expect(due(start + later, all)).toBeGreaterThanOrEqual(due(start, all));
				expect(due(start, all)).toBeLessThanOrEqual(start + 48 * HOUR);
				const free = settings('24 10:00', { calendar, windowRule: 'none' });
				expect(due(start, free)).toBeGreaterThan(start + 48 * HOUR);
			}),
		);
	});
});

describe('quantile', () => {
	it('interpolates as spreadsheets do', () => {
		expect(quantile([], 0.5)).toBeNull();
		expect(quantile([7], 0.9)).toBe(7);
		expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9.1);
	});
});
