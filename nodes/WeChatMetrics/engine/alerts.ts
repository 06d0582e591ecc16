import type { RowReader } from '../../shared/rows/row';
import type { Unit } from './catalog';
import { weekdayOf } from '../../shared/calendar/days';
import { dateText, valueText } from './format';
import { metricsOnce, type KnownMetric } from './metricRow';
import { byText, median } from './order';
import { rounded } from './measure';

export type Severity = 'critical' | 'warning';

/** A value far from what is usual. */
export interface Alert {
	/** `alert|<metric>|<from>|<to>` */
	key: string;
	metric: string;
	label: string;
	date: string;
	value: number;
	/** Median of the values it is compared with. */
	expected: number;
	/** Distance in robust standard deviations; negative is below. */
	z: number;
	severity: Severity;
	message: string;
}

export interface AlertRules {
	/** Distance from which a value is an alert. */
	threshold: number;
	/** Fewest earlier values to compare with. */
	minSample: number;
	/** `worse`: only changes for the worse. */
	direction: 'both' | 'worse';
	/** How many of the latest days, weeks or months to check. */
	latest: number;
}

/** Same weekday, eight weeks back; of weeks and months the eight before. */
const LOOK_BACK = 8;
/** Makes the median absolute deviation of normal values their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** From this many times the threshold on an alert is critical. */
const CRITICAL = 2;

/** Least deviation that chance alone brings, so that small numbers raise no alarm. */
function chance(expected: number, unit: Unit, denominator: number | null): number {
	if (unit === 'count') return Math.max(1, Math.sqrt(Math.abs(expected)));
	if (unit === 'share') {
		const share = Math.min(0.99, Math.max(0.01, expected));
		return denominator ? Math.sqrt((share * (1 - share)) / denominator) : 0.02;
	}
	return Math.max(Math.abs(expected) * 0.05, 1e-6);
}

/** Earlier values that a row is compared with. */
function comparable(row: KnownMetric, rows: readonly KnownMetric[]): number[] {
	const earlier = rows.filter(({ toDay }) => toDay < row.fromDay);
	const alike =
		row.period === 'day'
			? earlier.filter(
					({ toDay }) => row.toDay - toDay <= LOOK_BACK * 7 && isSameWeekday(row, toDay),
				)
			: earlier.slice(-LOOK_BACK);
	return alike.map(({ value }) => value).filter((value) => value !== null);
}

const isSameWeekday = (row: KnownMetric, day: number): boolean =>
	weekdayOf(row.toDay) === weekdayOf(day);

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function messageOf(row: KnownMetric, value: number, expected: number, severity: Severity): string {
	const usual = row.period === 'day' ? `往常${WEEKDAYS[weekdayOf(row.toDay)]}约` : '往期约';
	const degree = severity === 'critical' ? '严重' : '明显';
	return (
		`${row.label}：${dateText(row.from, row.to)}为 ${valueText(value, row.unit)}，` +
		`${usual} ${valueText(expected, row.unit)}，${degree}偏${value < expected ? '低' : '高'}`
	);
}

function judge(
	row: KnownMetric,
	rows: readonly KnownMetric[],
	rules: AlertRules,
): Alert | undefined {
	const { value } = row;
	const sample = comparable(row, rows);
	const expected = median(sample);
	if (value === null || expected === undefined || sample.length < rules.minSample) return undefined;
	const spread = median(sample.map((entry) => Math.abs(entry - expected))) ?? 0;
	const deviation = Math.max(
		MAD_TO_DEVIATION * spread,
		chance(expected, row.unit, row.denominator),
	);
	const z = (value - expected) / deviation;
	const isWorse = row.better === 'up' ? z < 0 : z > 0;
	if (Math.abs(z) < rules.threshold || (rules.direction === 'worse' && !isWorse)) return undefined;
	const severity = Math.abs(z) >= rules.threshold * CRITICAL ? 'critical' : 'warning';
	return {
		key: `alert|${row.key}`,
		metric: row.metric,
		label: row.label,
		date: row.date,
		value,
		expected: rounded(expected),
		z: Math.round(z * 100) / 100,
		severity,
		message: messageOf(row, value, expected, severity),
	};
}

/**
 * Checks the latest values of each metric against the same weekday of the eight weeks before, by median
 * and median absolute deviation (Iglewicz and Hoaglin). The same rows give the same alerts and keys.
 */
export function detectAlerts(known: readonly KnownMetric[], rules: AlertRules): Alert[] {
	const series = new Map<string, KnownMetric[]>();
	for (const row of metricsOnce(known)) {
		if (row.period === 'custom') continue;
		const name = `${row.metric}|${row.period}`;
		const rows = series.get(name);
		if (rows) rows.push(row);
		else series.set(name, [row]);
	}
	return [...series.values()]
		.flatMap((rows) => rows.slice(-rules.latest).map((row) => judge(row, rows, rules)))
		.filter((alert) => alert !== undefined)
		.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || byText(a.key, b.key));
}

/** Reads an alert that came back from a table. */
export function readAlert(row: RowReader): Alert {
	return {
		key: row.text('key'),
		metric: row.text('metric'),
		label: row.text('label', row.text('metric')),
		date: row.text('date'),
		value: row.number('value'),
		expected: row.number('expected'),
		z: row.number('z'),
		severity: row.text('severity') === 'critical' ? 'critical' : 'warning',
		message: row.text('message'),
	};
}
