import { MINUTE_MS } from '../../shared/calendar/days';
import { groupBy, uniq, upperFirst } from 'lodash';
import { caseClocks, judgeAll, type CaseClock, type Judged } from '../../shared/sla/cases';
import { byUrgency, findingOf, isoOf, type Finding } from './decision';
import { usedMinutes } from '../../shared/sla/judge';
import { METRICS, type CaseEvent, type Metric } from '../../shared/sla/types';
import type { SlaSettings } from '../../shared/sla/slaSettings';

/** Epoch milliseconds; `to` is not part of it. */
export interface Period {
	from: number;
	to: number;
}

interface MetricFigures {
	/** Clocks that began in the period. */
	count: number;
	met: number;
	breached: number;
	/** Still running and in time. */
	open: number;
	/** Share of those decided that were met, 0 to 100; null when none is decided. */
	metPercent: number | null;
	/** Open minutes until it was done, pauses left out; null when nothing was done. */
	medianMinutes: number | null;
	p90Minutes: number | null;
	/** The same by the clock on the wall. */
	medianClockMinutes: number | null;
	p90ClockMinutes: number | null;
}

export interface TierReport {
	/** `all` for the sum. */
	tier: string;
	label: string;
	cases: number;
	/** Share of messages that had an automatic reply before a person answered, 0 to 100. */
	autoReplyPercent: number | null;
	calendarCoverage: boolean;
	metrics: Record<Metric, MetricFigures>;
}

export interface SlaReport {
	period: Period;
	tiers: TierReport[];
	all: TierReport;
	/** What was late, the latest deadline last. */
	breached: Finding[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Quantile with linear interpolation (type 7, as in spreadsheets). */
export function quantile(values: number[], share: number): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const position = (sorted.length - 1) * share;
	const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
	if (low === undefined || high === undefined) return null;
	return round(low + (high - low) * (position - Math.floor(position)));
}

const percent = (part: number, whole: number): number | null =>
	whole > 0 ? round((part / whole) * 100) : null;

const isDone = ({ clock: { metric, end } }: CaseClock): boolean =>
	end?.by === (metric === 'resolution' ? 'resolved' : 'answered');

function figuresOf(clocks: CaseClock[], judged: Judged[], settings: SlaSettings): MetricFigures {
	const count = (...statuses: string[]) =>
		judged.filter(({ verdict }) => statuses.includes(verdict.status)).length;
	const done = clocks.filter(isDone).map(({ clock }) => clock);
	const worked = done.map((clock) => usedMinutes(clock, settings.now, settings.calendar));
	const waited = done.map(({ end, trigger }) => ((end?.at ?? 0) - trigger.at) / MINUTE_MS);
	const [met, breached] = [count('met'), count('breached')];
	return {
		count: clocks.length,
		met: met,
		breached: breached,
		open: count('onTrack', 'atRisk', 'paused'),
		metPercent: percent(met, met + breached),
		medianMinutes: quantile(worked, 0.5),
		p90Minutes: quantile(worked, 0.9),
		medianClockMinutes: quantile(waited, 0.5),
		p90ClockMinutes: quantile(waited, 0.9),
	};
}

function tierReport(
	tier: string,
	label: string,
	clocks: CaseClock[],
	judged: Judged[],
	settings: SlaSettings,
): TierReport {
	const figures = (metric: Metric): MetricFigures => {
		const isOwn = ({ clock }: CaseClock) => clock.metric === metric;
		return figuresOf(clocks.filter(isOwn), judged.filter(isOwn), settings);
	};
	const replies = clocks.filter(({ clock }) => clock.metric !== 'resolution');
	const automatic = replies.filter(({ clock }) => clock.hasAutoReply);
	return {
		tier,
		label,
		cases: uniq(clocks.map(({ clock }) => clock.trigger.caseId)).length,
		autoReplyPercent: percent(automatic.length, replies.length),
		calendarCoverage: judged.every(({ verdict }) => verdict.calendarCoverage),
		metrics: {
			firstResponse: figures('firstResponse'),
			nextResponse: figures('nextResponse'),
			resolution: figures('resolution'),
		},
	};
}

/** How well the targets were kept for what began in a period, as it stands now. */
export function reportOf(events: CaseEvent[], period: Period, settings: SlaSettings): SlaReport {
	const clocks = caseClocks(events, settings).filter(
		({ clock: { trigger } }) => trigger.at >= period.from && trigger.at < period.to,
	);
	const judged = judgeAll(clocks, settings);
	const byTier = groupBy(clocks, ({ policy }) => policy.tier);
	const judgedByTier = groupBy(judged, ({ policy }) => policy.tier);
	// In the order of the policies, whatever order the rows had.
	const names = uniq(settings.policies.policies.map(({ tier }) => tier));
	const late = judged.filter(({ verdict }) => verdict.status === 'breached');
	return {
		period,
		tiers: names.flatMap((tier) => {
			const own = byTier[tier];
			const label = own?.[0]?.policy.label ?? tier;
			return own ? [tierReport(tier, label, own, judgedByTier[tier] ?? [], settings)] : [];
		}),
		all: tierReport('all', '合计', clocks, judged, settings),
		breached: byUrgency(late.map((entry) => findingOf(entry, settings))),
	};
}

export type ReportRow = Record<string, boolean | number | string | null>;

/** A row per tier and one for all, with a column per figure: `firstResponseMetPercent`, … */
export function reportRows({ all, period, tiers }: SlaReport): ReportRow[] {
	const [from, to] = [isoOf(period.from), isoOf(period.to)];
	return [...tiers, all].map(({ metrics, tier, ...rest }) => ({
		key: [from, to, tier].join('|'),
		from,
		to,
		tier,
		...rest,
		...Object.fromEntries(
			METRICS.flatMap((metric) =>
				Object.entries(metrics[metric]).map(([name, value]) => [
					`${metric}${upperFirst(name)}`,
					value,
				]),
			),
		),
	}));
}
