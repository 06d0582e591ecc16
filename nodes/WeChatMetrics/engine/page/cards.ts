import { LAYERS, METRICS } from '../catalog';
import { sparkline } from '../chart/sparkline';
import { escapeText, GREEN, MUTED, RED, shorten, tag } from '../chart/svg';
import { changeText, UNCHANGED, valueText } from '../format';
import type { KnownMetric } from '../metricRow';
import type { Report, Series } from './report';

const MOST_LABEL = 60;

const OUR_ORDER = new Map<string, number>(METRICS.map(({ id }, place) => [id, place]));

function changeOf({ value, previous, unit, better }: KnownMetric): string {
	const text = changeText(value, previous, unit);
	if (text === undefined || value === null || previous === null) return '';
	const isBetter = better === 'up' ? value > previous : value < previous;
	const look = text === UNCHANGED ? 'note' : isBetter ? 'note good' : 'note bad';
	return tag('p', { class: look }, escapeText(text));
}

function targetOf({ target, isTargetMet, unit }: KnownMetric): string {
	if (target === null) return '';
	const state = isTargetMet === null ? '' : isTargetMet ? ' · 达标' : ' · 未达标';
	const look = isTargetMet === null ? 'note' : isTargetMet ? 'note good' : 'note bad';
	return tag('p', { class: look }, escapeText(`目标 ${valueText(target, unit)}${state}`));
}

function colourOf({ value, isTargetMet }: KnownMetric): string {
	if (value === null) return MUTED;
	return isTargetMet === false ? RED : GREEN;
}

function card({ latest, rows }: Series): string {
	const { label, value, unit } = latest;
	return tag(
		'div',
		{ class: 'card' },
		tag('h3', {}, escapeText(shorten(label, MOST_LABEL))),
		tag(
			'p',
			{ class: value === null ? 'value unknown' : 'value' },
			escapeText(valueText(value, unit)),
		),
		tag(
			'div',
			{ class: 'foot' },
			tag('div', {}, changeOf(latest), targetOf(latest)),
			sparkline(
				rows.map((row) => row.value),
				colourOf(latest),
			),
		),
	);
}

/** A metric that has never had a value says nothing: it is left out. */
const hasValue = ({ rows }: Series): boolean => rows.some(({ value }) => value !== null);

/** The metrics of each layer as cards; own metrics after ours. */
export function cards({ series }: Report): string {
	const order = (id: string) => OUR_ORDER.get(id) ?? OUR_ORDER.size;
	const entries = [...series.entries()]
		.filter(([, entry]) => hasValue(entry))
		.sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
	return LAYERS.map(({ id, label }) => {
		const shown = entries.filter(([, { latest }]) => latest.layer === id);
		if (shown.length === 0) return '';
		return tag(
			'section',
			{},
			tag('h2', {}, label),
			tag('div', { class: 'grid' }, ...shown.map(([, entry]) => card(entry))),
		);
	}).join('');
}
