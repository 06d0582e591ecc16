import type { Row } from '../../../../nodes/shared/rows/row';
import { readRows, type SortedRows } from '../../../../nodes/WeChatMetrics/engine/readRows';
import { calculate, type Wanted } from '../../../../nodes/WeChatMetrics/engine/calculate';
import { factsOf } from '../../../../nodes/WeChatMetrics/engine/facts';
import { DEFAULT_OWN_KINDS } from '../../../../nodes/WeChatMetrics/engine/kinds';
import type { MetricRow } from '../../../../nodes/WeChatMetrics/engine/metricRow';
import { finishedPeriods } from '../../../../nodes/WeChatMetrics/engine/period';
import { generator } from '../../../harness/random';

/** A time in Shanghai. */
export const at = (day: string, time = '10:00'): string => `${day}T${time}:00+08:00`;

export const NOW = Date.parse(at('2026-11-24', '09:00'));

/** Rows sorted by what they are; a bad one throws. */
export function read(rows: readonly Row[]): SortedRows {
	const placed = rows.map((row, itemIndex) => ({
		row,
		where: `Item ${itemIndex + 1}`,
		itemIndex,
	}));
	return readRows(placed, (error) => {
		throw error;
	});
}

/** Metric rows of the rows; of yesterday (2026-11-23, a Monday), when nothing else is said. */
export function metricsOf(rows: readonly Row[], wanted: Partial<Wanted> = {}): MetricRow[] {
	const { metrics, ...rest } = read(rows);
	return calculate(
		factsOf(rest, DEFAULT_OWN_KINDS, 30),
		{
			periods: finishedPeriods('day', 1, NOW),
			layers: ['basic', 'conversion', 'deep'],
			targets: new Map(),
			...wanted,
		},
		metrics,
	);
}

/** One metric of the last period. */
export function metric(
	rows: readonly Row[],
	id: string,
	wanted: Partial<Wanted> = {},
): MetricRow | undefined {
	return metricsOf(rows, wanted)
		.filter((row) => row.metric === id)
		.at(-1);
}

/** The rows of an account of some hundred followers over days up to yesterday. */
export function accountRows(days: number, followers = 300, seed = 7): Row[] {
	const random = generator(seed);
	const rows: Row[] = [];
	const known = new Set<string>();
	const day = (offset: number) =>
		new Date(NOW - (days - offset) * 86_400_000).toISOString().slice(0, 10);
	const clock = () => {
		const hour = Math.floor(8 + 14 * Math.sqrt(random()));
		return `${String(hour).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}`;
	};
	const add = (openId: string, kind: string, time: string, more: Row = {}) =>
		rows.push({ key: `${openId}|${kind}|${rows.length}`, openId, kind, at: time, ...more });
	for (let offset = 0; offset < days; offset++) {
		const date = day(offset);
		const isWeekend = offset % 7 > 4;
		const scale = (isWeekend ? 0.7 : 1) * (1 + offset / days);
		rows.push(
			{
				ref_date: date,
				read_user: Math.round((800 + random() * 300) * scale),
				share_user: Math.round(40 * scale + random() * 12),
				like_user: Math.round(60 * scale + random() * 20),
				zaikan_user: Math.round(22 * scale),
				comment_count: Math.round(18 * scale + random() * 6),
				collection_user: Math.round(15 * scale),
			},
			{
				ref_date: date,
				user_source: 1,
				new_user: Math.round(20 * scale + random() * 9),
				cancel_user: Math.round(6 + random() * 5),
			},
			{ ref_date: date, user_source: 30, new_user: Math.round(12 * random()), cancel_user: 1 },
			{ ref_date: date, cumulate_user: 12_000 + offset * 24 },
			{
				ref_date: date,
				msg_type: 1,
				msg_user: 50,
				msg_count: Math.round(90 * scale + random() * 30),
			},
			{
				ref_date: date,
				stat_date: date,
				msgid: `${offset}_1`,
				title: '山茶养护',
				read_user: 600,
				read_avg_activetime: 1.2 + random(),
			},
		);
		for (let person = 0; person < followers; person++) {
			if (random() > 0.12 || person > followers * (0.3 + offset / days)) continue;
			const openId = `o${person}`;
			const time = clock();
			if (!known.has(openId)) add(openId, 'event.subscribe', at(date, time));
			known.add(openId);
			if (random() < 0.6) {
				add(openId, 'text', at(date, time), { text: `问题${Math.floor(random() * 30)}` });
				if (random() < 0.93) {
					const [hour, minute] = time.split(':').map(Number);
					const later = Math.min(59, (minute ?? 0) + 1 + Math.floor(random() * 20));
					const answered = at(
						date,
						`${String(hour).padStart(2, '0')}:${String(later).padStart(2, '0')}`,
					);
					add(openId, 'sent', answered, { auto: random() < 0.7 });
				}
			}
			if (random() < 0.4) add(openId, 'event.CLICK', at(date, time), { eventKey: 'MENU_SALE' });
			if (random() < 0.08) add(openId, 'order', at(date, '23:10'), { amount: 9_900 });
			if (random() < 0.1) {
				rows.push({
					key: `check|${openId}|${date}`,
					activityId: 'daily',
					openId,
					type: 'checkIn',
					points: 1,
					data: '{}',
					at: at(date, time),
				});
			}
		}
	}
	return rows;
}
