import type { BusinessCalendar } from '../../shared/calendar/businessHours';
import { momentText, METRIC_WORDS } from './notice';
import type { SlaReport, TierReport } from './report';
import { METRICS, type Metric } from '../../shared/sla/types';

/** Late cases that the text names; the others are counted. */
const MAX_NAMED = 10;

function metricText({ label, metrics }: TierReport, metric: Metric): string[] {
	const { count, metPercent, medianMinutes, p90Minutes, breached } = metrics[metric];
	if (count === 0) return [];
	const parts = [`${label}｜${METRIC_WORDS[metric]} ${count} 次`];
	if (metPercent !== null) parts.push(`达标 ${metPercent}%`);
	if (medianMinutes !== null && p90Minutes !== null) {
		parts.push(`中位 ${medianMinutes} 分钟`, `P90 ${p90Minutes} 分钟`);
	}
	if (breached > 0) parts.push(`超时 ${breached}`);
	return [parts.join('，')];
}

function lateLines({ breached }: SlaReport): string[] {
	if (breached.length === 0) return ['超时：无'];
	const named = breached
		.slice(0, MAX_NAMED)
		.map(({ decision }, index) => `${index + 1}. ${decision.message}`);
	const more = breached.length - named.length;
	return [`超时 ${breached.length} 条：`, ...named, ...(more > 0 ? [`其余 ${more} 条见明细`] : [])];
}

/** The report as a Chinese text to send to staff. Minutes are business minutes. */
export function digestOf(report: SlaReport, calendar: BusinessCalendar): string {
	const { all, period, tiers } = report;
	const head = `【回复时效】${momentText(period.from, calendar)} 至 ${momentText(period.to, calendar)}`;
	if (all.cases === 0) return `${head}\n没有新的私信或留言。`;
	const auto = all.autoReplyPercent;
	return [
		head,
		`共 ${all.cases} 个会话和留言${auto === null ? '' : `，自动回复覆盖 ${auto}%`}（时长按工作时间计）`,
		...[...tiers, all].flatMap((tier) => METRICS.flatMap((metric) => metricText(tier, metric))),
		...lateLines(report),
		...(all.calendarCoverage
			? []
			: ['注意：部分日期没有节假日数据，按普通星期计算，请补充节假日。']),
	].join('\n');
}
