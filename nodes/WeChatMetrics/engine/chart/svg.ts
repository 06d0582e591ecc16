import { escapeHtml } from '../../../shared/html';

/** Colours of all charts; the page uses the same. */
export const INK = '#1d2b24';
export const MUTED = '#6b7a72';
export const GRID = '#e6ece8';
export const GREEN = '#07a355';
export const BLUE = '#4a6fa5';
export const AMBER = '#d97a06';
export const RED = '#d64541';
export const SERIES = [GREEN, BLUE, AMBER, '#8e6bbf', '#2aa3a3', RED];

/** Control characters, halves of characters, non-characters and marks that turn the direction of text. */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/gu;

/** Text that stands for itself in HTML and SVG, on one line and in its own direction. */
export function escapeText(text: string): string {
	return escapeHtml(text.replace(UNSAFE, ' '));
}

type Attributes = Record<string, number | string>;

/** A coordinate with at most two digits; what is no number at all becomes 0. */
const fixed = (value: number): string =>
	Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';

/** An element; attribute values are escaped, children have to be markup already. */
export function tag(name: string, attributes: Attributes, ...children: string[]): string {
	const list = Object.entries(attributes)
		.map(
			([key, value]) => ` ${key}="${typeof value === 'number' ? fixed(value) : escapeText(value)}"`,
		)
		.join('');
	return children.length === 0
		? `<${name}${list}/>`
		: `<${name}${list}>${children.join('')}</${name}>`;
}

/** Width of a text in half characters: Chinese ones count two. */
export function widthOf(text: string): number {
	return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x1100 ? 1 : 2), 0);
}

/** The text, cut to a width in half characters. */
export function shorten(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	let rest = width - 1;
	const kept: string[] = [];
	for (const sign of text) {
		rest -= widthOf(sign);
		if (rest < 0) break;
		kept.push(sign);
	}
	return `${kept.join('')}…`;
}

export type Anchor = 'end' | 'middle' | 'start';

interface TextLook {
	anchor?: Anchor;
	fill?: string;
	/** A white edge, where the text stands on a line. */
	hasHalo?: boolean;
	size?: number;
	weight?: number;
}

/** A line of text in a chart. */
export function label(text: string, x: number, y: number, look: TextLook = {}): string {
	const { anchor = 'start', fill = MUTED, size = 11, weight = 400, hasHalo = false } = look;
	return tag(
		'text',
		{
			x,
			y,
			'text-anchor': anchor,
			fill,
			'font-size': size,
			'font-weight': weight,
			...(hasHalo ? { stroke: '#fff', 'stroke-width': 3, 'paint-order': 'stroke' } : {}),
		},
		escapeText(text),
	);
}

/** All charts are as wide as a phone and grow with the page. */
export const WIDTH = 360;

/** The drawing with a name for screen readers. */
export function drawing(name: string, height: number, ...content: string[]): string {
	return tag(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img' },
		tag('title', {}, escapeText(name)),
		...content,
	);
}

/** In place of a chart that has nothing to show. */
export function emptyDrawing(name: string): string {
	return drawing(name, 80, label('暂无数据', WIDTH / 2, 44, { anchor: 'middle', size: 13 }));
}
