import { weekdayOf } from '../../../shared/calendar/days';
import { heatMap } from '../chart/heatMap';
import { rowBars } from '../chart/rowBars';
import { shortNumber, valueText } from '../format';
import { definitionOfPart, dimensionText, type DividedId, type MetricPart } from '../parts';
import { panel } from './panel';
import type { Report } from './report';

/** The hours show what is usual now. */
const HOURS_OF_DAYS = 28;
const MOST_CHANNELS = 8;
const REST = '其余';

const partsOf = ({ parts }: Report, metric: DividedId): MetricPart[] =>
	parts.filter((part) => part.metric === metric);

/** By hour and weekday, of the last four weeks. */
function hours(report: Report, metric: DividedId, name: string): string {
	const shown = partsOf(report, metric).filter(
		({ period, toDay }) =>
			period === 'day' && toDay <= report.toDay && toDay > report.toDay - HOURS_OF_DAYS,
	);
	if (shown.length === 0) return '';
	const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
	for (const { dimension, toDay, value } of shown) {
		const row = counts[weekdayOf(toDay)];
		const hour = Number(dimension);
		const known = row?.[hour];
		if (row && known !== undefined) row[hour] = known + value;
	}
	const title = `${name}（近 4 周）`;
	return panel(title, heatMap(counts, title));
}

/** Most first; what is beyond the room as one. */
function ranked(sums: ReadonlyMap<string, number>): Array<{ name: string; value: number }> {
	const all = [...sums]
		.map(([name, value]) => ({ name, value }))
		.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
	const rest = all.slice(MOST_CHANNELS).reduce((sum, { value }) => sum + value, 0);
	return [...all.slice(0, MOST_CHANNELS), ...(rest > 0 ? [{ name: REST, value: rest }] : [])];
}

/** By channel, added up over the days of the period. */
function channels(report: Report, metric: DividedId, title: string): string {
	const sums = new Map<string, number>();
	for (const { dimension, period, toDay, value } of partsOf(report, metric)) {
		if (period !== 'day' || toDay < report.fromDay || toDay > report.toDay) continue;
		sums.set(dimension, (sums.get(dimension) ?? 0) + value);
	}
	const points = ranked(sums);
	const all = points.reduce((sum, { value }) => sum + value, 0);
	if (all === 0) return '';
	const share = (value: number) => ` · ${valueText(value / all, 'share')}`;
	return panel(title, rowBars(points, { title, format: shortNumber, isWhole: true }, share));
}

/** By what was answered, in exactly the period shown. */
function kinds(report: Report, metric: DividedId, title: string): string {
	const definition = definitionOfPart(metric);
	const points = partsOf(report, metric)
		.filter(
			({ period, fromDay, toDay }) =>
				period === report.period && fromDay === report.fromDay && toDay === report.toDay,
		)
		.map(({ dimension, value }) => ({ name: dimensionText('kind', dimension), value }));
	if (!definition || points.length === 0) return '';
	const format = (value: number) => valueText(value, definition.unit);
	return panel(title, rowBars(points, { title, format, isWhole: false }));
}

/** What is told by hour, by channel and by kind, as far as there are figures. */
export const dividedPanels = (report: Report): string[] => [
	hours(report, 'readsByHour', '阅读时段'),
	hours(report, 'sharesByHour', '转发时段'),
	channels(report, 'readsByChannel', '阅读来源（人）'),
	channels(report, 'sharesByChannel', '转发去向（次）'),
	kinds(report, 'firstResponseByKind', '首次响应（中位数）'),
	kinds(report, 'slaMetByKind', 'SLA 达标率'),
];
