import { isNumber, type ChartLook, type Point } from './line';
import { drawing, emptyDrawing, GREEN, GRID, INK, label, shorten, tag, WIDTH } from './svg';

const ROW = 46;
const LEFT = 8;
const FULL = WIDTH - 2 * LEFT;

/**
 * Steps from many to few, each as wide as its number, with the share of the step before. A step may be
 * higher than the one before it; the widest is full width.
 */
export function funnelChart(steps: readonly Point[], look: ChartLook): string {
	const known = steps.filter((step): step is { name: string; value: number } =>
		isNumber(step.value),
	);
	if (known.length === 0) return emptyDrawing(look.title);
	const most = known.reduce((high, { value }) => Math.max(high, value), 0);
	const rows = known.map(({ name, value }, place) => {
		const y = place * ROW;
		const before = known[place - 1]?.value;
		const width = most > 0 ? Math.max(2, (Math.max(0, value) / most) * FULL) : 2;
		const part =
			before !== undefined && before >= 1 && value >= 0
				? ` · ${Math.round((value / before) * 1_000) / 10}%`
				: '';
		return [
			label(shorten(name, 30), LEFT, y + 14, { fill: INK, size: 12 }),
			label(`${look.format(value)}${part}`, WIDTH - LEFT, y + 14, {
				anchor: 'end',
				fill: INK,
				size: 12,
				weight: 600,
			}),
			tag('rect', { x: LEFT, y: y + 20, width: FULL, height: 16, rx: 4, fill: GRID }),
			tag('rect', {
				x: LEFT,
				y: y + 20,
				width,
				height: 16,
				rx: 4,
				fill: GREEN,
				'fill-opacity': Math.max(0.55, 1 - place * 0.12),
			}),
		].join('');
	});
	return drawing(look.title, known.length * ROW, ...rows);
}
