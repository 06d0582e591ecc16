import type { IDataObject } from 'n8n-workflow';
import { dayText } from '../../shared/calendar/days';
import type { NewRow, RowOf } from '../../shared/records/table';
import type { metricAlerts } from '../../shared/records/tables/metricAlerts';
import type { metrics } from '../../shared/records/tables/metrics';
import { RowReader } from '../../shared/rows/row';
import { readAlert, type Alert } from '../engine/alerts';
import { readMetric, type KnownMetric, type MetricRow } from '../engine/metricRow';
import {
	definitionOfPart,
	dimensionText,
	partKey,
	readPart,
	type MetricPart,
} from '../engine/parts';

/** A metric as it is kept, but for when it was collected. */
export function toRecord(row: MetricRow): NewRow<typeof metrics> {
	const { key, metric, label, layer, unit, period, from, to, value } = row;
	const { previous, change, target, isTargetMet, numerator, denominator } = row;
	return {
		key: `metric:${key}`,
		metric,
		label,
		layer,
		unit,
		period,
		fromDay: from,
		toDay: to,
		value,
		data: { previous, change, target, isTargetMet, numerator, denominator },
	};
}

/** A part of a metric as it is kept, but for when it was collected. */
export function partToRecord(part: MetricPart): NewRow<typeof metrics> {
	const { metric, dimension, period, fromDay, toDay, value, numerator, denominator } = part;
	const { label = metric, unit = 'count', by = 'channel' } = definitionOfPart(metric) ?? {};
	return {
		key: `metric:${partKey(part)}`,
		metric,
		dimension,
		label: `${label} · ${dimensionText(by, dimension)}`,
		layer: 'basic',
		unit,
		period,
		fromDay: dayText(fromDay),
		toDay: dayText(toDay),
		value,
		data: { numerator, denominator },
	};
}

/** A part as an item. */
export function partToItem(part: MetricPart): IDataObject {
	const { metric, dimension, label, layer, unit, period, fromDay, toDay } = partToRecord(part);
	const { value, numerator, denominator } = part;
	return {
		...{ key: partKey(part), metric, dimension, label, layer, unit, period },
		...{ date: toDay, from: fromDay, to: toDay, value, numerator, denominator },
	};
}

/** What a reader makes of rows. What a person has spoilt in the table is left out, so that the rest is shown. */
function readable<T>(
	rows: ReadonlyArray<RowOf<typeof metrics>>,
	read: (row: RowReader) => T | undefined,
): T[] {
	return rows.flatMap(({ data, fromDay, toDay, ...row }) => {
		const whole = { ...data, ...row, from: fromDay, to: toDay, date: toDay };
		try {
			const value = read(new RowReader(whole, row.key));
			return value === undefined ? [] : [value];
		} catch {
			return [];
		}
	});
}

/** Metrics as the engine knows them. */
export const fromRecords = (rows: ReadonlyArray<RowOf<typeof metrics>>): KnownMetric[] =>
	readable(rows, readMetric);

/** The same for parts of metrics. */
export const partsFromRecords = (rows: ReadonlyArray<RowOf<typeof metrics>>): MetricPart[] =>
	readable(rows, readPart);

/** The same for alerts. */
export function alertsOf(rows: ReadonlyArray<RowOf<typeof metricAlerts>>): Alert[] {
	return rows.flatMap((row) => {
		try {
			return [readAlert(new RowReader(row, row.key))];
		} catch {
			return [];
		}
	});
}
