/* eslint-disable no-console */
import { DateTime } from 'luxon';
import { addBusinessTime, businessCalendar } from '../../nodes/shared/calendar/businessHours';
import { chineseHolidays, type HolidayBook } from '../../nodes/shared/calendar/holidays';
import { parseHours, type Interval } from '../../nodes/shared/calendar/hours';
import { readEvent } from '../../nodes/WeChatSla/engine/events';
import { PolicyBook } from '../../nodes/shared/sla/policies';
import { sweep } from '../../nodes/WeChatSla/engine/sweep';
import { median } from './lib/measure';

const ZONE = 'Asia/Shanghai';
const HOURS = parseHours('09:00-12:00, 13:30-18:00', 'Hours');
const WEEK: Interval[][] = [...Array.from({ length: 5 }, () => HOURS), [], []];
const START = Date.parse('2026-01-01T00:00:00+08:00');
const MINUTE_MS = 60_000;
const CASES = 10_000;
const ROUNDS = 5;

/**
 * The rival: the algorithm of Chatwoot's business hours, which consumes the open time of one day after
 * the other, with luxon for the days as a workflow's code node would have it.
 */
function walkDays(start: number, minutes: number, holidays: HolidayBook): number {
	let left = minutes;
	let day = DateTime.fromMillis(start, { zone: ZONE }).startOf('day');
	for (; ; day = day.plus({ days: 1 })) {
		const kind = holidays.kindOf(day.toFormat('yyyy-MM-dd'));
		const own = kind === 'workday' ? HOURS : (WEEK[day.weekday - 1] ?? []);
		for (const { from, to } of kind === 'holiday' ? [] : own) {
			const begin = Math.max(day.plus({ minutes: from }).toMillis(), start);
			const open = (day.plus({ minutes: to }).toMillis() - begin) / MINUTE_MS;
			if (open >= left) return begin + left * MINUTE_MS;
			if (open > 0) left -= open;
		}
	}
}

function milliseconds(work: () => void): number {
	const from = performance.now();
	work();
	return performance.now() - from;
}

/** Deadlines a second against the rival, and a sweep of 10,000 cases with 40,000 rows. */
export function bench(): void {
	const holidays = chineseHolidays();
	const starts = Array.from({ length: CASES }, (_, number) => START + number * 51 * MINUTE_MS);
	const minutesOf = (number: number) => 15 + ((number * 37) % 1_440);
	const ratios = Array.from({ length: ROUNDS }, () => {
		const calendar = businessCalendar({ zone: ZONE, week: WEEK, holidays });
		const [ours, theirs]: number[][] = [[], []];
		const own = milliseconds(() => {
			starts.forEach((at, number) => ours?.push(addBusinessTime(at, minutesOf(number), calendar)));
		});
		const rival = milliseconds(() => {
			starts.forEach((at, number) => theirs?.push(walkDays(at, minutesOf(number), holidays)));
		});
		if (String(ours) !== String(theirs)) throw new Error('The two do not agree');
		console.log(`${CASES} deadlines: ours ${own.toFixed(0)} ms, rival ${rival.toFixed(0)} ms`);
		return rival / own;
	});
	console.log(`ratio, median of ${ROUNDS}: ${median(ratios).toFixed(1)}`);

	const policies = PolicyBook.fromRows([
		{ tier: 'vip', firstResponse: 30, nextResponse: 30, resolution: 480 },
		{ tier: 'other', firstResponse: 120, nextResponse: 120, resolution: 1_440 },
	]);
	const rows = starts.flatMap((at, number) =>
		['userMessage', 'autoReply', 'personReply', 'userMessage'].map((kind, step) => ({
			key: `${number}-${step}`,
			caseId: `c${number}`,
			openId: `o${number}`,
			kind,
			at: new Date(at + step * 20 * MINUTE_MS).toISOString(),
			tier: number % 5 === 0 ? 'vip' : 'other',
		})),
	);
	const calendar = businessCalendar({ zone: ZONE, week: WEEK, holidays });
	const times = Array.from({ length: ROUNDS }, () =>
		milliseconds(() => {
			const events = rows.map((row) => readEvent(row, 'Row', policies, ZONE));
			sweep(events, {
				policies,
				defaultTier: 'other',
				calendar,
				windowRule: 'all',
				riskShare: 0.75,
				windowRiskShare: 0.8,
				now: START + CASES * 51 * MINUTE_MS,
			});
		}),
	);
	console.log(`sweep of ${CASES} cases with ${rows.length} rows: ${median(times).toFixed(0)} ms`);
}
