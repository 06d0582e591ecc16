import type { Alert } from '../alerts';
import type { Interaction } from '../interactions';
import type { MenuButton } from '../menu';
import { metricsOnce, type KnownMetric } from '../metricRow';
import { partsOnce, type MetricPart } from '../parts';
import type { PeriodKind } from '../period';
import { byText } from '../order';

/** One metric with its values over time, the latest last. */
export interface Series {
	latest: KnownMetric;
	rows: KnownMetric[];
}

/** What a page shows: the latest period of one kind, and how each metric came there. */
export interface Report {
	title: string;
	account: string;
	period: PeriodKind;
	from: string;
	to: string;
	/** By metric id, in the order of their first rows. */
	series: ReadonlyMap<string, Series>;
	/** The days of it, both included. */
	fromDay: number;
	toDay: number;
	alerts: Alert[];
	/** In order of time. */
	interactions: readonly Interaction[];
	parts: readonly MetricPart[];
	/** Empty when there is none, or none is known. */
	menu: readonly MenuButton[];
	/** When the page was made, for people to read. */
	madeAt: string;
}

/** Of spans that end on the same day the shortest is the news. */
const ORDER: PeriodKind[] = ['day', 'week', 'month', 'custom'];

function latestOf(rows: readonly KnownMetric[]): KnownMetric | undefined {
	return [...rows].sort(
		(a, b) =>
			b.toDay - a.toDay ||
			ORDER.indexOf(a.period) - ORDER.indexOf(b.period) ||
			b.fromDay - a.fromDay ||
			byText(a.key, b.key),
	)[0];
}

/** Most points of a chart; older ones are left out, so that the page stays small. */
const MOST_POINTS = 31;
const MOST_ALERTS = 20;
/** More metrics than these are not ours, and nobody reads them on one page. */
const MOST_METRICS = 60;

function seriesOf(rows: readonly KnownMetric[], latest: KnownMetric): Map<string, Series> {
	const series = new Map<string, KnownMetric[]>();
	for (const row of rows) {
		const known = series.get(row.metric);
		if (known) known.push(row);
		else if (series.size < MOST_METRICS) series.set(row.metric, [row]);
	}
	const result = new Map<string, Series>();
	for (const [metric, known] of series) {
		const last = known.at(-1);
		// A metric without a row for the period shown would pass for news.
		if (last?.toDay !== latest.toDay) continue;
		result.set(metric, { latest: last, rows: known.slice(-MOST_POINTS) });
	}
	return result;
}

/** What a page is made of. */
export interface Shown extends Pick<Report, 'interactions' | 'menu' | 'parts'> {
	metrics: readonly KnownMetric[];
	alerts: readonly Alert[];
}

/** Gathers what a page shows; undefined when there is no metric row at all. */
export function reportOf(
	{ metrics, alerts, interactions, menu, parts }: Shown,
	texts: Pick<Report, 'account' | 'madeAt' | 'title'>,
): Report | undefined {
	const rows = metricsOnce(metrics);
	const latest = latestOf(rows);
	if (!latest) return undefined;
	const { period, from, to, fromDay, toDay } = latest;
	const alike = rows.filter((row) => row.period === period);
	const shown = new Map(
		alerts.filter(({ date }) => date >= from && date <= to).map((alert) => [alert.key, alert]),
	);
	return {
		...texts,
		period,
		from,
		to,
		fromDay,
		toDay,
		series: seriesOf(alike, latest),
		alerts: [...shown.values()]
			.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || byText(a.key, b.key))
			.slice(0, MOST_ALERTS),
		interactions,
		parts: partsOnce(parts),
		menu,
	};
}
