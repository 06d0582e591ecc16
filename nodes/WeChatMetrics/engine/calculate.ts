import { METRICS, type Better, type Layer } from './catalog';
import { dayText } from '../../shared/calendar/days';
import type { Facts } from './facts';
import { basicLayer } from './layers/basic';
import { conversionLayer } from './layers/conversion';
import { deepLayer } from './layers/deep';
import { rounded, UNKNOWN, type Measure } from './measure';
import type { KnownMetric, MetricRow } from './metricRow';
import { metricKey, previousOf, type Period } from './period';

const CALCULATE: Record<Layer, (facts: Facts, period: Period) => Record<string, Measure>> = {
	basic: basicLayer,
	conversion: conversionLayer,
	deep: deepLayer,
};

export interface Wanted {
	periods: readonly Period[];
	layers: readonly Layer[];
	/** By metric, in its unit: shares as fractions, times in seconds or days. */
	targets: ReadonlyMap<string, number>;
}

/** Whether a value reaches its target; null where there is no value or no target. */
function isMet(value: number | null, target: number | undefined, better: Better): boolean | null {
	if (value === null || target === undefined) return null;
	return better === 'up' ? value >= target : value <= target;
}

function changeOf(value: number | null, previous: number | null): number | null {
	if (value === null || previous === null || previous === 0) return null;
	return rounded((value - previous) / Math.abs(previous));
}

/** Measures of periods, each calculated once: a period is also the one before the next. */
function measurer(facts: Facts, layers: readonly Layer[]) {
	const known = new Map<string, Record<string, Measure>>();
	return (period: Period): Record<string, Measure> => {
		const key = `${period.from}|${period.to}`;
		const measures =
			known.get(key) ??
			Object.assign({}, ...layers.map((layer) => CALCULATE[layer](facts, period)));
		known.set(key, measures);
		return measures;
	};
}

/**
 * One row per metric and period, periods in the order given and metrics in that of the catalogue.
 *
 * @param earlier metric rows of the past: what the rows of a period said then counts as previous value,
 * because the rows it was calculated from may be gone
 */
export function calculate(
	facts: Facts,
	{ periods, layers, targets }: Wanted,
	earlier: readonly KnownMetric[],
): MetricRow[] {
	const measuresOf = measurer(facts, layers);
	const past = new Map(earlier.map((row) => [row.key, row.value]));
	const metrics = METRICS.filter(({ layer }) => layers.includes(layer));
	return periods.flatMap((period) => {
		const before = previousOf(period);
		const now = measuresOf(period);
		const then = measuresOf(before);
		const [from, to] = [dayText(period.from), dayText(period.to)];
		return metrics.map(({ id, label, layer, unit, better }): MetricRow => {
			const { value, numerator, denominator } = now[id] ?? UNKNOWN;
			const previous = past.get(metricKey(id, before)) ?? then[id]?.value ?? null;
			const target = targets.get(id);
			return {
				key: metricKey(id, period),
				metric: id,
				label,
				layer,
				unit,
				period: period.kind,
				date: to,
				from,
				to,
				value,
				previous,
				change: changeOf(value, previous),
				target: target ?? null,
				isTargetMet: isMet(value, target, better),
				numerator,
				denominator,
			};
		});
	});
}
