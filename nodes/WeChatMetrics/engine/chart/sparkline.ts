import { isNumber } from './line';
import { GREEN, tag } from './svg';

const WIDTH = 96;
const HEIGHT = 24;

/** A small line without axes, between its own least and most; nothing for fewer than two values. */
export function sparkline(values: ReadonlyArray<number | null>, colour = GREEN): string {
	const known = values.filter(isNumber);
	if (known.length < 2) return '';
	const low = known.reduce((least, value) => Math.min(least, value));
	const high = known.reduce((most, value) => Math.max(most, value));
	const place = (value: number) =>
		high > low ? HEIGHT - 3 - ((value - low) / (high - low)) * (HEIGHT - 6) : HEIGHT / 2;
	const step = (WIDTH - 6) / (known.length - 1);
	const points = known.map(
		(value, at) => `${(3 + at * step).toFixed(1)},${place(value).toFixed(1)}`,
	);
	const [x = '0', y = '0'] = points.at(-1)?.split(',') ?? [];
	return tag(
		'svg',
		{ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'spark', 'aria-hidden': 'true' },
		tag('polyline', {
			points: points.join(' '),
			fill: 'none',
			stroke: colour,
			'stroke-width': 1.5,
		}),
		tag('circle', { cx: x, cy: y, r: 2.2, fill: colour }),
	);
}
