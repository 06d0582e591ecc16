import { barChart, stackedBarChart } from '../chart/bars';
import { funnelChart } from '../chart/funnel';
import { heatMap } from '../chart/heatMap';
import { lineChart, type ChartLook, type Point } from '../chart/line';
import { tag } from '../chart/svg';
import { dayOf, hourOf, weekdayOf } from '../../../shared/calendar/days';
import { shortNumber, valueText } from '../format';
import { isMenuTap, isMessage } from '../kinds';
import type { MetricId } from '../catalog';
import type { KnownMetric } from '../metricRow';
import { dividedPanels } from './divided';
import { menuPanel } from './menu';
import { panel } from './panel';
import type { Report } from './report';

const COUNTED = { format: shortNumber, isWhole: true };
const SHARES = { format: (value: number) => valueText(value, 'share'), isWhole: false };

/** `11-24`; of months `2026-11`. */
function nameOf({ period, from, to }: KnownMetric): string {
	return period === 'month' ? from.slice(0, 7) : to.slice(5);
}

function rowsOf(report: Report, metric: MetricId): KnownMetric[] {
	return report.series.get(metric)?.rows ?? [];
}

/** How many values a metric has had; a curve needs two. */
function valuesOf(report: Report, metric: MetricId): number {
	return rowsOf(report, metric).filter(({ value }) => value !== null).length;
}

function pointsOf(report: Report, metric: MetricId): Point[] {
	return rowsOf(report, metric).map((row) => ({ name: nameOf(row), value: row.value }));
}

function overTime(
	report: Report,
	metric: MetricId,
	draw: typeof lineChart,
	look: Omit<ChartLook, 'title'>,
): string {
	const latest = report.series.get(metric)?.latest;
	if (!latest || valuesOf(report, metric) < 2) return '';
	const title = `${latest.label}走势`;
	return panel(
		title,
		draw(pointsOf(report, metric), { ...look, title }, latest.target ?? undefined),
	);
}

function following(report: Report): string {
	if (valuesOf(report, 'newFollowers') < 2) return '';
	const lost = new Map(rowsOf(report, 'lostFollowers').map(({ to, value }) => [to, value]));
	const title = '新增与取消关注';
	const data = rowsOf(report, 'newFollowers').map((row) => {
		const gone = lost.get(row.to) ?? null;
		return { name: nameOf(row), values: [row.value, gone === null ? null : -gone] };
	});
	return panel(title, stackedBarChart(['新增关注', '取消关注'], data, { ...COUNTED, title }));
}

function funnel(report: Report): string {
	const latest = (metric: MetricId) => report.series.get(metric)?.latest;
	const steps: Point[] = [
		{ name: '阅读', value: latest('reads')?.value ?? null },
		{ name: '互动', value: latest('activeUsers')?.value ?? null },
		{ name: '点击菜单', value: latest('menuClickRate')?.numerator ?? null },
		{ name: '24 小时内转化', value: latest('menuConversionRate')?.numerator ?? null },
	];
	if (steps.filter(({ value }) => value !== null).length < 2) return '';
	const title = '转化漏斗（人）';
	return panel(title, funnelChart(steps, { ...COUNTED, title }));
}

function retention(report: Report): string {
	const steps: Array<[MetricId, string]> = [
		['retentionDay1', '次日'],
		['retentionDay7', '7 日'],
		['retentionDay30', '30 日'],
	];
	const points = steps.map(([metric, name]) => ({
		name,
		value: report.series.get(metric)?.latest.value ?? null,
	}));
	if (points.every(({ value }) => value === null)) return '';
	const title = '新关注用户留存';
	return panel(title, barChart(points, { ...SHARES, title }));
}

function hours(report: Report): string {
	const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
	const shown = report.interactions.filter(
		(row) => isMessage(row) || isMenuTap(row) || row.kind === 'comment',
	);
	if (shown.length === 0) return '';
	for (const { at } of shown) {
		const row = counts[weekdayOf(dayOf(at))];
		if (row) row[hourOf(at)] = (row[hourOf(at)] ?? 0) + 1;
	}
	const title = '互动时段（消息、菜单与留言）';
	return panel(title, heatMap(counts, title));
}

/** The charts for which there are figures. */
export function charts(report: Report): string {
	const panels = [
		overTime(report, 'reads', lineChart, COUNTED),
		following(report),
		overTime(report, 'messages', barChart, COUNTED),
		overTime(report, 'replyShare', lineChart, SHARES),
		funnel(report),
		hours(report),
		overTime(report, 'menuClickRate', lineChart, SHARES),
		menuPanel(report),
		...dividedPanels(report),
		retention(report),
	].filter((markup) => markup !== '');
	if (panels.length === 0) return '';
	return tag('section', {}, tag('h2', {}, '图表'), tag('div', { class: 'charts' }, ...panels));
}
