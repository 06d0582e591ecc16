import type { MenuButton } from '../menu';
import {
	drawing,
	emptyDrawing,
	escapeText,
	GREEN,
	GRID,
	INK,
	label,
	shorten,
	tag,
	WIDTH,
} from './svg';

const GAP = 6;
const ROW = 46;
/** Between the entries of a button and the button itself. */
const FOOT = 8;
const ENTRIES = 5;
/** Characters of a name, in halves, that fit. */
const ROOM = 16;
/** More colour than this would leave the text hard to read. */
const STRONGEST = 0.65;

/** Taps of an entry; null where WeChat reports none. */
export type TapsOf = (button: MenuButton) => number | null;

const textOf = (taps: number | null): string => (taps === null ? '不上报' : `${taps} 次`);

interface Place {
	x: number;
	y: number;
	width: number;
}

function cell(
	{ name, taps }: { name: string; taps: number | null },
	most: number,
	at: Place,
): string {
	const { x, y, width } = at;
	// The root lets what is seldom tapped still be told from what never is.
	const strength = taps && most > 0 ? 0.1 + (STRONGEST - 0.1) * Math.sqrt(taps / most) : 0;
	const centre = x + width / 2;
	const look = { anchor: 'middle', fill: INK } as const;
	return tag(
		'g',
		{},
		tag('title', {}, escapeText(`${name} · ${textOf(taps)}`)),
		tag('rect', {
			x,
			y,
			width,
			height: ROW - 4,
			rx: 5,
			fill: strength > 0 ? GREEN : GRID,
			'fill-opacity': strength > 0 ? strength : 1,
		}),
		label(shorten(name, ROOM), centre, y + 18, { ...look, size: 11 }),
		label(textOf(taps), centre, y + 34, { ...look, size: 12, weight: 600 }),
	);
}

/** All numbers in words, for whoever does not see the drawing. */
function inWords(buttons: readonly MenuButton[], tapsOf: TapsOf): string {
	const one = (button: MenuButton): string =>
		button.entries.length > 0
			? `${button.name}（${button.entries.map(one).join('，')}）`
			: `${button.name} ${textOf(tapsOf(button))}`;
	return buttons.map(one).join('；');
}

/** A button that opens a list stands for what is in it. */
function sumOf(button: MenuButton, tapsOf: TapsOf): number | null {
	if (button.entries.length === 0) return tapsOf(button);
	return button.entries.reduce((sum, entry) => sum + (tapsOf(entry) ?? 0), 0);
}

/**
 * The menu as followers see it, up to three buttons with up to five entries above each, coloured by taps. A button
 * that opens a list shows the sum of its entries and has no colour of its own.
 */
export function menuMap(buttons: readonly MenuButton[], tapsOf: TapsOf, title: string): string {
	if (buttons.length === 0) return emptyDrawing(title);
	const leaves = buttons.flatMap((button) => (button.entries.length > 0 ? button.entries : button));
	const most = leaves.reduce((high, entry) => Math.max(high, tapsOf(entry) ?? 0), 0);
	const rows = Math.min(
		ENTRIES,
		buttons.reduce((high, { entries }) => Math.max(high, entries.length), 0),
	);
	const bottom = rows * ROW + (rows > 0 ? FOOT : 0);
	const width = (WIDTH - GAP * (buttons.length + 1)) / buttons.length;
	const drawn = buttons.flatMap((button, place) => {
		const x = GAP + place * (width + GAP);
		const { name, entries } = button;
		const above = entries.slice(0, ENTRIES).map((entry, row) =>
			cell({ name: entry.name, taps: tapsOf(entry) }, most, {
				x,
				y: (rows - entries.length + row) * ROW,
				width,
			}),
		);
		const taps = sumOf(button, tapsOf);
		return [...above, cell({ name, taps }, entries.length > 0 ? 0 : most, { x, y: bottom, width })];
	});
	return drawing(`${title}：${inWords(buttons, tapsOf)}`, bottom + ROW, ...drawn);
}
