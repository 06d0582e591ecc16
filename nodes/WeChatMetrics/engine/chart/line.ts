import { grid, names, plotFor, scaleFor } from './axis';
import { AMBER, drawing, emptyDrawing, GREEN, label, tag } from './svg';

/** A value with its name; null leaves a gap. */
export interface Point {
	name: string;
	value: number | null;
}

export interface ChartLook {
	/** What the chart shows, for screen readers. */
	title: string;
	format: (value: number) => string;
	/** Values are counted: no fractions on the axis. */
	isWhole: boolean;
}

const HEIGHT = 190;

/** Beyond it sums would leave the range of numbers. */
const MOST = 1e100;

/** Whether there is a value that can be drawn. */
export const isNumber = (value: number | null): value is number =>
	value !== null && Math.abs(value) < MOST;

/** Runs of neighbouring points that have a value. */
function runsOf(
	points: ReadonlyArray<{ x: number; y: number | null }>,
): Array<Array<[number, number]>> {
	const runs: Array<Array<[number, number]>> = [[]];
	for (const { x, y } of points) {
		if (y === null) runs.push([]);
		else runs.at(-1)?.push([x, y]);
	}
	return runs.filter((run) => run.length > 0);
}

const pathOf = (run: ReadonlyArray<[number, number]>): string =>
	run.map(([x, y], place) => `${place ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/**
 * Values over time as a line; a dashed line shows the target. A run of one is a dot.
 *
 * @returns an SVG element
 */
export function lineChart(points: readonly Point[], look: ChartLook, target?: number): string {
	const values = points.map(({ value }) => value).filter(isNumber);
	if (values.length === 0) return emptyDrawing(look.title);
	const range = target === undefined ? values : [...values, target];
	const { ticks } = scaleFor(range, { top: 0, bottom: 1, isWhole: look.isWhole });
	const plot = plotFor(ticks.map(look.format), HEIGHT);
	const scale = scaleFor(range, { ...plot, isWhole: look.isWhole });
	const step = points.length > 1 ? (plot.right - plot.left - 12) / (points.length - 1) : 0;
	const first = points.length > 1 ? plot.left + 6 : (plot.left + plot.right) / 2;
	const x = (place: number) => first + place * step;
	const runs = runsOf(
		points.map(({ value }, place) => ({
			x: x(place),
			y: isNumber(value) ? scale.place(value) : null,
		})),
	);
	const zero = scale.place(0);
	const drawn = runs.map((run) => {
		const [begin] = run;
		const end = run.at(-1);
		if (!begin || !end) return '';
		const area = `${pathOf(run)}L${end[0].toFixed(1)} ${zero.toFixed(1)}L${begin[0].toFixed(1)} ${zero.toFixed(1)}Z`;
		return (
			tag('path', { d: area, fill: GREEN, 'fill-opacity': 0.1 }) +
			tag('path', {
				d: pathOf(run),
				fill: 'none',
				stroke: GREEN,
				'stroke-width': 2,
				'stroke-linejoin': 'round',
			}) +
			tag('circle', { cx: end[0], cy: end[1], r: 3, fill: GREEN })
		);
	});
	return drawing(
		look.title,
		HEIGHT,
		grid(scale, plot, look.format),
		...drawn,
		target === undefined ? '' : targetLine(scale.place(target), plot, look.format(target)),
		names(
			points.map(({ name }) => name),
			plot,
			x,
		),
	);
}

function targetLine(y: number, plot: { left: number; right: number }, text: string): string {
	const line = { x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: AMBER };
	return (
		tag('line', { ...line, 'stroke-dasharray': '4 3' }) +
		label(`目标 ${text}`, plot.left + 4, y - 4, { size: 10, fill: AMBER, hasHalo: true })
	);
}
