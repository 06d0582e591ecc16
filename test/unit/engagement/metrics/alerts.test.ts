import fc from 'fast-check';
import type { Row } from '../../../../nodes/shared/rows/row';
import { detectAlerts, type AlertRules } from '../../../../nodes/WeChatMetrics/engine/alerts';
import { read } from './sample';

const RULES: AlertRules = { threshold: 3.5, minSample: 4, direction: 'worse', latest: 1 };

/** Values of Mondays up to 2026-11-23, the latest last. */
function mondays(values: Array<number | null>, metric = 'messages', more: Row = {}): Row[] {
	const last = Date.parse('2026-11-23T00:00:00Z');
	return values.map((value, place) => ({
		metric,
		date: new Date(last - (values.length - 1 - place) * 7 * 86_400_000).toISOString().slice(0, 10),
		value,
		...more,
	}));
}

const alertsOf = (rows: Row[], rules: Partial<AlertRules> = {}) =>
	detectAlerts(read(rows).metrics, { ...RULES, ...rules });

it('finds a value far below those of the same weekday', () => {
	expect(alertsOf(mondays([100, 104, 96, 100, 20]))).toEqual([
		{
			key: 'alert|messages|2026-11-23|2026-11-23',
			metric: 'messages',
			label: '消息数',
			date: '2026-11-23',
			value: 20,
			expected: 100,
			z: -8,
			severity: 'critical',
			message: '消息数：11月23日为 20，往常周一约 100，严重偏低',
		},
	]);
});

it('is not misled by one wild value in the past', () => {
	expect(alertsOf(mondays([100, 9_000, 96, 100, 101, 20]))).toHaveLength(1);
	expect(alertsOf(mondays([100, 9_000, 96, 100, 101, 90]))).toEqual([]);
});

it('leaves other weekdays, other periods and unknown values aside', () => {
	const quietSunday: Row = { metric: 'messages', date: '2026-11-22', value: 1 };
	expect(alertsOf([...mondays([100, 104, 96, 100, 101]), quietSunday])).toEqual([]);
	expect(alertsOf(mondays([100, 104, 96, 100, null]))).toEqual([]);
	const week: Row = {
		metric: 'messages',
		period: 'week',
		from: '2026-11-17',
		to: '2026-11-23',
		value: 1,
	};
	expect(alertsOf([...mondays([100, 104, 96, 100, 101]), week])).toEqual([]);
});

it('needs enough earlier values, of the eight weeks before', () => {
	expect(alertsOf(mondays([100, 100, 100, 1]))).toEqual([]);
	expect(alertsOf(mondays([100, 100, 100, 1]), { minSample: 3 })).toHaveLength(1);
	const old = [...Array(4).fill(100), ...Array(8).fill(null)] as Array<number | null>;
	expect(alertsOf(mondays([...old, 1]))).toEqual([]);
});

it('knows which way is worse, and tells of both when asked', () => {
	const high = mondays([100, 104, 96, 100, 300]);
	expect(alertsOf(high)).toEqual([]);
	expect(alertsOf(high, { direction: 'both' })).toHaveLength(1);
	expect(alertsOf(mondays([100, 104, 96, 100, 300], 'lostFollowers'))).toHaveLength(1);
});

it('raises no alarm about chance in small numbers', () => {
	expect(alertsOf(mondays([2, 2, 2, 2, 0]))).toEqual([]);
	expect(alertsOf(mondays([0.5, 0.5, 0.5, 0.5, 0], 'menuClickRate', { denominator: 3 }))).toEqual(
		[],
	);
	expect(
		alertsOf(mondays([0.5, 0.5, 0.5, 0.5, 0], 'menuClickRate', { denominator: 900 })),
	).toHaveLength(1);
});

it('gives the same alerts whatever order and repetition the rows come in', () => {
	const rows = ['messages', 'reads', 'lostFollowers'].flatMap((metric) =>
		mondays([100, 104, 96, 100, metric === 'lostFollowers' ? 300 : 10], metric),
	);
	const expected = alertsOf(rows);
	expect(expected).toHaveLength(3);
	fc.assert(
		fc.property(
			fc.shuffledSubarray(rows, { minLength: rows.length }),
			fc.subarray(rows),
			(shuffled, repeated) => {
				expect(alertsOf([...shuffled, ...repeated])).toEqual(expected);
			},
		),
		{ numRuns: 30 },
	);
});
