import { cutText } from '../../shared/text/longest';
import type { RowReader } from '../../shared/rows/row';
import { definitionOf, type Better, type Layer, type Unit } from './catalog';
import { dayOf, dayText } from '../../shared/calendar/days';
import { byText } from './order';
import type { PeriodKind } from './period';

/** One metric of one period as it is stored: flat, and under the same key whenever it is calculated. */
export interface MetricRow {
	/** `<metric>|<from>|<to>` */
	key: string;
	metric: string;
	label: string;
	layer: Layer;
	unit: Unit;
	period: PeriodKind;
	/** Last day of the period, `yyyy-MM-dd`; the row is about this day when the period is a day. */
	date: string;
	from: string;
	to: string;
	/** null: cannot be known. */
	value: number | null;
	previous: number | null;
	/** Change against the previous period as a fraction of it. */
	change: number | null;
	target: number | null;
	isTargetMet: boolean | null;
	numerator: number | null;
	denominator: number | null;
}

/** A metric row that came back from a table. */
export interface KnownMetric extends MetricRow {
	fromDay: number;
	toDay: number;
	better: Better;
}

function oneOf<T extends string>(
	row: RowReader,
	column: string,
	values: readonly T[],
	fallback: T,
): T {
	const text = row.text(column, fallback);
	const known = values.find((value) => value === text);
	if (known === undefined) {
		throw row.error(
			column,
			`is "${cutText(text, 40)}"`,
			`Use ${values.join(', ')}, as the node wrote it.`,
		);
	}
	return known;
}

function numberOrNull(row: RowReader, column: string): number | null {
	return row.has(column) ? row.number(column) : null;
}

/**
 * Reads a metric row. Needed are `metric` and `date` (or `from` and `to`); what else is missing is taken
 * from the definition of the metric. Metrics that are not ours are read as well.
 *
 * @throws UserInputError naming row and column
 */
export function readMetric(row: RowReader): KnownMetric {
	const metric = row.text('metric');
	const definition = definitionOf(metric);
	const to = row.text(row.has('to') ? 'to' : 'date');
	const toDay = dayOf(row.time(row.has('to') ? 'to' : 'date'));
	const fromDay = row.has('from') ? dayOf(row.time('from')) : toDay;
	if (fromDay > toDay) throw row.error('from', `lies after 'to' (${to})`, 'Correct the row.');
	const [fromText, toText] = [dayText(fromDay), dayText(toDay)];
	return {
		key: `${metric}|${fromText}|${toText}`,
		metric,
		label: row.text('label', definition?.label ?? metric),
		layer: oneOf(row, 'layer', ['basic', 'conversion', 'deep'], definition?.layer ?? 'basic'),
		unit: oneOf(row, 'unit', ['count', 'days', 'seconds', 'share'], definition?.unit ?? 'count'),
		period: oneOf(
			row,
			'period',
			['custom', 'day', 'month', 'week'],
			fromDay === toDay ? 'day' : 'custom',
		),
		date: toText,
		from: fromText,
		to: toText,
		value: numberOrNull(row, 'value'),
		previous: numberOrNull(row, 'previous'),
		change: numberOrNull(row, 'change'),
		target: numberOrNull(row, 'target'),
		isTargetMet: row.has('isTargetMet') ? row.flag('isTargetMet') : null,
		numerator: numberOrNull(row, 'numerator'),
		denominator: numberOrNull(row, 'denominator'),
		fromDay,
		toDay,
		better: definition?.better ?? 'up',
	};
}

/** Of two rows with one key the one with a value counts; on a tie the text decides, not their order. */
function isBetter(candidate: KnownMetric, known: KnownMetric): boolean {
	if ((candidate.value === null) !== (known.value === null)) return candidate.value !== null;
	return JSON.stringify(candidate) < JSON.stringify(known);
}

/** Every metric and period once, in order of days; a row with a value wins over one without. */
export function metricsOnce(rows: readonly KnownMetric[]): KnownMetric[] {
	const byKey = new Map<string, KnownMetric>();
	for (const row of rows) {
		const known = byKey.get(row.key);
		if (!known || isBetter(row, known)) byKey.set(row.key, row);
	}
	return [...byKey.values()].sort(
		(a, b) => a.toDay - b.toDay || a.fromDay - b.fromDay || byText(a.key, b.key),
	);
}
