import type { Clock } from './clocks';
import type { Facts } from './facts';
import { figure, ratio, type Measure } from './measure';
import { ascending, byText, quantile } from './order';
import { DIVIDED, type DividedId, type MetricPart } from './parts';
import { boundsOf, type Period } from './period';

const ofDays = DIVIDED.filter(({ by }) => by !== 'kind');

function partOf(
	metric: DividedId,
	dimension: string,
	{ kind, from, to }: Period,
	{ value, numerator, denominator }: Measure,
): MetricPart[] {
	if (value === null) return [];
	const place = { period: kind, fromDay: from, toDay: to };
	return [{ metric, dimension, ...place, value, numerator, denominator }];
}

/** By hour and channel, as WeChat counts them: by day. */
function countedParts(facts: Facts, period: Period): MetricPart[] {
	if (period.kind !== 'day') return [];
	return ofDays.flatMap(({ id }) =>
		facts.divided
			.on(id, period.from)
			.flatMap(([dimension, value]) => partOf(id, dimension, period, figure(value))),
	);
}

function byKind(clocks: readonly Clock[]): Array<[kind: string, clocks: Clock[]]> {
	const groups = new Map<string, Clock[]>();
	for (const clock of clocks) {
		const list = groups.get(clock.kind);
		if (list) list.push(clock);
		else groups.set(clock.kind, [clock]);
	}
	return [...groups].sort(([a], [b]) => byText(a, b));
}

const secondsOf = ({ startedAt, answeredAt = startedAt }: Clock): number =>
	Math.max(0, answeredAt - startedAt) / 1_000;

/** How fast people answered, by what they answered: of clocks that were due, and of first answers given, in the period. */
function responseParts(facts: Facts, period: Period): MetricPart[] {
	const { start, end } = boundsOf(period);
	const inside = (at: number) => at >= start && at < end;
	const due = facts.clocks.filter(({ dueAt }) => inside(dueAt));
	const answered = facts.clocks.filter(
		({ kind, answeredAt }) =>
			kind.endsWith('.firstResponse') && answeredAt !== undefined && inside(answeredAt),
	);
	return [
		...byKind(answered).flatMap(([kind, clocks]) => {
			const times = ascending(clocks.map(secondsOf));
			const median = { ...figure(quantile(times, 0.5)), denominator: times.length };
			return partOf('firstResponseByKind', kind, period, median);
		}),
		...byKind(due).flatMap(([kind, clocks]) => {
			const met = clocks.filter(({ isMet }) => isMet).length;
			return partOf('slaMetByKind', kind, period, ratio(met, clocks.length));
		}),
	];
}

/** The parts of metrics in some periods, in the order given. */
export const calculateParts = (facts: Facts, periods: readonly Period[]): MetricPart[] =>
	periods.flatMap((period) => [...countedParts(facts, period), ...responseParts(facts, period)]);
