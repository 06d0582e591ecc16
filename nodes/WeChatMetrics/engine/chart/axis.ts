import { GRID, label, MUTED, shorten, tag, WIDTH, widthOf } from './svg';

/** Width of half a character in the legend. */
const HALF_CHARACTER = 5.6;

/** Room for the number of series that are not named. */
const REST_OF_LEGEND = 24;

/** Where a value stands in the drawing, and the lines to read it by. */
export interface Scale {
	ticks: number[];
	place(value: number): number;
}

/** Smaller differences than this are those of arithmetic. */
const LEAST_SPAN = 1e-12;

const STEPS = [1, 2, 2.5, 5, 10];

/** A round step that cuts a span into about four. */
function stepFor(span: number, isWhole: boolean): number {
	const rough = span / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = (STEPS.find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
	return isWhole ? Math.max(1, Math.ceil(step)) : step;
}

/**
 * A scale that holds all values and zero, from `bottom` up to `top` of the drawing.
 *
 * @param isWhole values are counted, so the lines stand at whole numbers
 */
export function scaleFor(
	values: readonly number[],
	{ top, bottom, isWhole }: { top: number; bottom: number; isWhole: boolean },
): Scale {
	const low = values.reduce((least, value) => Math.min(least, value), 0);
	const high = values.reduce((most, value) => Math.max(most, value), 0);
	// Without any height there is still a line to stand on.
	const span = high - low > LEAST_SPAN ? high - low : 1;
	const step = stepFor(span, isWhole);
	const first = Math.floor(low / step);
	const last = Math.max(first + 1, Math.ceil(high / step));
	const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
	const [least, most] = [first * step, last * step];
	return {
		ticks,
		place: (value) => bottom - ((value - least) / (most - least)) * (bottom - top),
	};
}

/** The part of a drawing in which the data stand. */
export interface Plot {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Room on the left for the widest label. */
export function plotFor(labels: readonly string[], height: number, top = 12): Plot {
	const widest = labels.reduce((most, text) => Math.max(most, widthOf(text)), 0);
	return {
		left: Math.min(90, 10 + widest * 5.8),
		right: WIDTH - 8,
		top,
		bottom: height - 22,
	};
}

/** Horizontal lines with their values; zero is darker. */
export function grid(scale: Scale, plot: Plot, format: (value: number) => string): string {
	return scale.ticks
		.map((value) => {
			const y = scale.place(value);
			const stroke = value === 0 ? MUTED : GRID;
			const line = { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke, 'stroke-width': 1 };
			return (
				tag('line', line) + label(format(value), plot.left - 6, y + 4, { anchor: 'end', size: 10 })
			);
		})
		.join('');
}

const MOST_LABELS = 6;

/** Names below the plot; of many only so many that they stay readable, always the last one. */
export function names(
	texts: readonly string[],
	plot: Plot,
	centre: (place: number) => number,
): string {
	const every = Math.max(1, Math.ceil(texts.length / MOST_LABELS));
	const shown = Math.min(texts.length, MOST_LABELS);
	const room = Math.floor((plot.right - plot.left) / Math.max(1, shown) / 5.6);
	return texts
		.map((text, place) => {
			if ((texts.length - 1 - place) % every !== 0) return '';
			// The outermost names lean inwards, so that none leaves the drawing.
			const x = Math.min(centre(place), plot.right - widthOf(shorten(text, room)) * 2.6);
			return label(shorten(text, room), x, plot.bottom + 16, { anchor: 'middle', size: 10 });
		})
		.join('');
}

/** Colour and name of each series above the plot; of those that have no room there it tells how many. */
export function legend(entries: ReadonlyArray<{ name: string; colour: string }>): string {
	let x = 8;
	let drawn = '';
	for (const [place, { name, colour }] of entries.entries()) {
		const text = shorten(name, 16);
		const next = x + 28 + widthOf(text) * HALF_CHARACTER;
		if (next > WIDTH - REST_OF_LEGEND) {
			return drawn + label(`+${entries.length - place}`, x, 14);
		}
		drawn += tag('rect', { x, y: 5, width: 10, height: 10, rx: 2, fill: colour });
		drawn += label(text, x + 14, 14);
		x = next;
	}
	return drawn;
}
