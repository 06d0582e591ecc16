import { escapeText, tag } from '../chart/svg';

/** A chart with its heading and, below it, what has to be known to read it. */
export function panel(title: string, chart: string, note = ''): string {
	return tag(
		'div',
		{ class: 'card chart' },
		tag('h3', {}, escapeText(title)),
		chart,
		...(note === '' ? [] : [tag('p', { class: 'note' }, escapeText(note))]),
	);
}
