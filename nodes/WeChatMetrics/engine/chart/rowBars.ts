import { isNumber, type ChartLook, type Point } from './line';
import { drawing, emptyDrawing, GREEN, GRID, INK, label, shorten, tag, WIDTH } from './svg';

const ROW = 36;
const LEFT = 8;
const FULL = WIDTH - 2 * LEFT;
/** More rows than these are told together by the caller, or left out. */
const MOST_ROWS = 12;

/** One bar below the other, each with its name and its number. @param note is set behind the number */
export function rowBars(
	points: readonly Point[],
	look: ChartLook,
	note: (value: number) => string = () => '',
): string {
	const known = points
		.filter((point): point is { name: string; value: number } => isNumber(point.value))
		.slice(0, MOST_ROWS);
	if (known.length === 0) return emptyDrawing(look.title);
	const most = known.reduce((high, { value }) => Math.max(high, value), 0);
	const rows = known.map(({ name, value }, place) => {
		const y = place * ROW;
		const width = most > 0 ? Math.max(1, (Math.max(0, value) / most) * FULL) : 1;
		const bar = { x: LEFT, y: y + 19, height: 10, rx: 3 };
		return [
			label(shorten(name, 30), LEFT, y + 14, { fill: INK, size: 12 }),
			label(`${look.format(value)}${note(value)}`, WIDTH - LEFT, y + 14, {
				anchor: 'end',
				fill: INK,
				size: 12,
				weight: 600,
			}),
			tag('rect', { ...bar, width: FULL, fill: GRID }),
			tag('rect', { ...bar, width, fill: GREEN }),
		].join('');
	});
	const inWords = known.map(({ name, value }) => `${name} ${look.format(value)}`).join('，');
	return drawing(`${look.title}：${inWords}`, known.length * ROW, ...rows);
}
