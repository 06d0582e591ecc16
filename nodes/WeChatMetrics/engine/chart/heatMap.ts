import { isNumber } from './line';
import { drawing, emptyDrawing, GREEN, GRID, label, tag, WIDTH } from './svg';

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const LEFT = 34;
const TOP = 6;
const CELL = (WIDTH - LEFT - 6) / 24;
const ROW = 18;
const HEIGHT = TOP + 7 * ROW + 22;

/**
 * How much happens at which hour of which weekday.
 *
 * @param counts 7 rows from Monday, each with 24 hours
 */
export function heatMap(counts: ReadonlyArray<readonly number[]>, title: string): string {
	const most = counts
		.flat()
		.filter(isNumber)
		.reduce((high, value) => Math.max(high, value), 0);
	if (most <= 0) return emptyDrawing(title);
	const cells = DAYS.flatMap((name, day) => {
		const y = TOP + day * ROW;
		const hours = Array.from({ length: 24 }, (_, hour) => {
			const value = counts[day]?.[hour] ?? 0;
			const place = { x: LEFT + hour * CELL, y, width: CELL - 1.5, height: ROW - 2, rx: 2 };
			if (!isNumber(value) || value <= 0) return tag('rect', { ...place, fill: GRID });
			// The root lets quiet hours still be told from empty ones.
			const strength = 0.12 + 0.88 * Math.sqrt(value / most);
			return tag(
				'rect',
				{ ...place, fill: GREEN, 'fill-opacity': strength },
				tag('title', {}, `${name} ${hour}:00 · ${value}`),
			);
		});
		return [label(name, LEFT - 6, y + 12, { anchor: 'end', size: 10 }), ...hours];
	});
	const hours = [0, 6, 12, 18, 23].map((hour) =>
		label(`${hour}时`, LEFT + (hour + 0.5) * CELL, HEIGHT - 6, { anchor: 'middle', size: 10 }),
	);
	return drawing(title, HEIGHT, ...cells, ...hours);
}
