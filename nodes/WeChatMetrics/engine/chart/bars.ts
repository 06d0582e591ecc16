import { grid, legend, names, plotFor, scaleFor } from './axis';
import { isNumber, type ChartLook, type Point } from './line';
import { drawing, emptyDrawing, GREEN, RED, SERIES, tag } from './svg';

const HEIGHT = 190;
const MOST_WIDE = 34;

/** Columns that are named below and have one number for each series. */
export interface Column {
	name: string;
	values: ReadonlyArray<number | null>;
}

interface Block {
	from: number;
	to: number;
	colour: string;
}

/** Blocks of a column: above zero one on the other, below zero one under the other. */
function blocksOf(values: ReadonlyArray<number | null>, colours: readonly string[]): Block[] {
	let [high, low] = [0, 0];
	return values.flatMap((value, place) => {
		if (!isNumber(value) || value === 0) return [];
		const from = value > 0 ? high : low;
		const to = from + value;
		if (value > 0) high = to;
		else low = to;
		return [{ from, to, colour: colours[place % colours.length] ?? GREEN }];
	});
}

function columns(
	data: ReadonlyArray<{ name: string; blocks: Block[] }>,
	look: ChartLook,
	head: string,
): string {
	const ends = data.flatMap(({ blocks }) => blocks.flatMap(({ from, to }) => [from, to]));
	const top = head === '' ? 12 : 28;
	const { ticks } = scaleFor(ends, { top: 0, bottom: 1, isWhole: look.isWhole });
	const plot = plotFor(ticks.map(look.format), HEIGHT, top);
	const scale = scaleFor(ends, { ...plot, isWhole: look.isWhole });
	const step = (plot.right - plot.left) / data.length;
	const width = Math.min(MOST_WIDE, step * 0.7);
	const centre = (place: number) => plot.left + step * (place + 0.5);
	const drawn = data.flatMap(({ blocks }, place) =>
		blocks.map(({ from, to, colour }) => {
			const [y1, y2] = [scale.place(from), scale.place(to)];
			// Something that is there stays visible beside something huge.
			const height = Math.max(0.8, Math.abs(y1 - y2));
			const shape = { x: centre(place) - width / 2, y: Math.min(y1, y2), width, height };
			return tag('rect', { ...shape, rx: Math.min(2, width / 4), fill: colour });
		}),
	);
	return drawing(
		look.title,
		HEIGHT,
		head,
		grid(scale, plot, look.format),
		...drawn,
		names(
			data.map(({ name }) => name),
			plot,
			centre,
		),
	);
}

/** One bar for each value; below zero it hangs down in red. */
export function barChart(points: readonly Point[], look: ChartLook): string {
	if (!points.some(({ value }) => isNumber(value))) return emptyDrawing(look.title);
	const data = points.map(({ name, value }) => ({
		name,
		blocks: blocksOf([value], [isNumber(value) && value < 0 ? RED : GREEN]),
	}));
	return columns(data, look, '');
}

/** Series piled up in one column for each name; values below zero pile downwards. */
export function stackedBarChart(
	series: readonly string[],
	data: readonly Column[],
	look: ChartLook,
): string {
	if (!data.some(({ values }) => values.some(isNumber))) return emptyDrawing(look.title);
	const colours = series.length === 2 ? [GREEN, RED] : SERIES;
	const entries = series.map((name, place) => ({
		name,
		colour: colours[place % colours.length] ?? GREEN,
	}));
	return columns(
		data.map(({ name, values }) => ({ name, blocks: blocksOf(values, colours) })),
		look,
		legend(entries),
	);
}
