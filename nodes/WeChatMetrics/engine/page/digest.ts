import { METRICS } from '../catalog';
import { changeText, valueText } from '../format';
import { headingOf } from './page';
import type { Report } from './report';

/** What a text message of customer service and of group robots may hold, in bytes. */
const MOST_BYTES = 2_000;
const MOST_ALERTS = 5;

/** What people want to know first. */
const HEADLINES = [
	'reads',
	'netFollowers',
	'activeUsers',
	'messages',
	'comments',
	'replyShare',
	'firstResponseMedian',
	'slaMet',
	'menuClickRate',
	'autoResolutionRate',
	'activityParticipationRate',
	'churnWarnings',
];

function lineOf(report: Report, metric: string): string[] {
	const latest = report.series.get(metric)?.latest;
	if (!latest || latest.value === null) return [];
	const { label, value, previous, unit, target, isTargetMet } = latest;
	const change = changeText(value, previous, unit);
	const aside = [
		change,
		target !== null && isTargetMet === false ? `目标 ${valueText(target, unit)}` : undefined,
	].filter((text) => text !== undefined);
	return [
		`${label}：${valueText(value, unit)}${aside.length > 0 ? `（${aside.join('，')}）` : ''}`,
	];
}

/** Lines as far as they fit, whole ones only. */
function fitting(lines: readonly string[]): string {
	const kept: string[] = [];
	let bytes = 0;
	for (const line of lines) {
		bytes += Buffer.byteLength(line, 'utf8') + 1;
		if (bytes > MOST_BYTES) break;
		kept.push(line);
	}
	return kept.join('\n');
}

/** The report in a few lines of plain text, short enough for any message. */
export function digestOf(report: Report): string {
	const { alerts, title, account } = report;
	const own = [...report.series.keys()].filter((id) => METRICS.every((metric) => metric.id !== id));
	return fitting([
		[account, title].filter((text) => text !== '').join(' · '),
		headingOf(report),
		...alerts.slice(0, MOST_ALERTS).map(({ message }) => `⚠ ${message}`),
		...[...HEADLINES, ...own].flatMap((metric) => lineOf(report, metric)),
	]);
}
