import type { RowReader } from '../../shared/rows/row';
import { cutText } from '../../shared/text/longest';
import { dayOf, dayText } from '../../shared/calendar/days';
import type { Unit } from './catalog';
import type { PeriodKind } from './period';

/** What a metric is divided by. */
export type Division = 'channel' | 'hour' | 'kind';

/** Metrics that are told by hour, by channel or by kind. Ids are stable: they stand in people's tables. */
export const DIVIDED = [
	{ id: 'readsByHour', label: '阅读人数', by: 'hour', unit: 'count' },
	{ id: 'readsByChannel', label: '阅读人数', by: 'channel', unit: 'count' },
	{ id: 'sharesByHour', label: '转发次数', by: 'hour', unit: 'count' },
	{ id: 'sharesByChannel', label: '转发次数', by: 'channel', unit: 'count' },
	{ id: 'firstResponseByKind', label: '首次响应（中位数）', by: 'kind', unit: 'seconds' },
	{ id: 'slaMetByKind', label: 'SLA 达标率', by: 'kind', unit: 'share' },
] as const satisfies ReadonlyArray<{ id: string; label: string; by: Division; unit: Unit }>;

export type DividedId = (typeof DIVIDED)[number]['id'];

/** One part of a metric in a period. */
export interface MetricPart {
	metric: DividedId;
	/** `00` to `23`; the name of a channel; or the channel and the clock of an answer, e.g. `chat.nextResponse`. */
	dimension: string;
	period: PeriodKind;
	/** Shanghai days, both included. */
	fromDay: number;
	toDay: number;
	value: number;
	numerator: number | null;
	denominator: number | null;
}

const CHANNELS: Readonly<Record<string, string>> = { chat: '私信', comment: '留言' };
const CLOCKS: Readonly<Record<string, string>> = {
	firstResponse: '首次回复',
	nextResponse: '后续回复',
	resolution: '解决',
};

/** A dimension as people read it: `9 时`, `私信后续回复`; the name of a channel stands for itself. */
export function dimensionText(by: Division, dimension: string): string {
	if (by === 'hour') return `${Number(dimension)} 时`;
	if (by === 'channel') return dimension;
	const [channel = '', clock = ''] = dimension.split('.');
	return `${CHANNELS[channel] ?? channel}${CLOCKS[clock] ?? clock}`;
}

export const definitionOfPart = (id: string): (typeof DIVIDED)[number] | undefined =>
	DIVIDED.find((definition) => definition.id === id);

/** The key of a part; the same whenever it is calculated. */
export const partKey = ({ metric, fromDay, toDay, dimension }: MetricPart): string =>
	`${metric}|${dayText(fromDay)}|${dayText(toDay)}|${dimension}`;

/** Every part once; of two with one key the higher counts, which was read later. */
export function partsOnce(parts: readonly MetricPart[]): MetricPart[] {
	const byKey = new Map<string, MetricPart>();
	for (const part of parts) {
		const key = partKey(part);
		const known = byKey.get(key);
		if (!known || part.value > known.value) byKey.set(key, part);
	}
	return [...byKey.values()];
}

/** Longest name of a channel that is kept; WeChat's have a few characters. */
const MOST_DIMENSION = 40;

export const cutDimension = (name: string): string => cutText(name.trim(), MOST_DIMENSION);

const PERIODS: readonly PeriodKind[] = ['custom', 'day', 'month', 'week'];

/**
 * Reads a part that came back from a table.
 *
 * @returns undefined when it is of no metric that is ours
 * @throws UserInputError naming row and column
 */
export function readPart(row: RowReader): MetricPart | undefined {
	const definition = definitionOfPart(row.text('metric'));
	const period = PERIODS.find((kind) => kind === row.text('period', 'day'));
	if (!definition || !period || !row.has('value')) return undefined;
	const toDay = dayOf(row.time(row.has('to') ? 'to' : 'date'));
	const optional = (column: string) => (row.has(column) ? row.number(column) : null);
	return {
		metric: definition.id,
		dimension: cutDimension(row.text('dimension')),
		period,
		fromDay: row.has('from') ? dayOf(row.time('from')) : toDay,
		toDay,
		value: row.number('value'),
		numerator: optional('numerator'),
		denominator: optional('denominator'),
	};
}
