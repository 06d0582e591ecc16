import { valueAt } from '../../shared/valueAt';

interface Vertex {
	point: number[];
	value: number;
}

const MAX_STEPS = 2_000;
const TOLERANCE = 1e-10;
const FIRST_STEP = 0.5;

/**
 * Smallest value of a function near a starting point, by the simplex method of Nelder and Mead (1965):
 * needs no derivatives.
 */
export function minimize(cost: (point: number[]) => number, start: number[]): Vertex {
	const vertexAt = (point: number[]): Vertex => ({ point, value: cost(point) });
	const simplex = [
		vertexAt(start),
		...start.map((_, axis) =>
			vertexAt(start.map((value, index) => (index === axis ? value + FIRST_STEP : value))),
		),
	];
	const byValue = (one: Vertex, other: Vertex) => one.value - other.value;
	for (let step = 0; step < MAX_STEPS; step++) {
		simplex.sort(byValue);
		const best = valueAt(simplex, 0);
		const worst = valueAt(simplex, start.length);
		if (Math.abs(worst.value - best.value) <= TOLERANCE * (1 + Math.abs(best.value))) break;
		const others = simplex.slice(0, -1);
		const centre = start.map(
			(_, axis) => others.reduce((sum, { point }) => sum + valueAt(point, axis), 0) / others.length,
		);
		/** On the line from the worst vertex through the centre: 1 mirrors it, -0.5 is half way back. */
		const along = (share: number) =>
			vertexAt(centre.map((value, axis) => value + share * (value - valueAt(worst.point, axis))));
		const better = replacement(along, best, valueAt(others, others.length - 1), worst);
		simplex[start.length] = better;
		if (better === worst) {
			simplex.forEach(({ point }, index) => {
				if (index === 0) return;
				simplex[index] = vertexAt(
					point.map((value, axis) => (valueAt(best.point, axis) + value) / 2),
				);
			});
		}
	}
	return valueAt(simplex.sort(byValue), 0);
}

/** The vertex that takes the place of the worst one; the worst itself when none is better. */
function replacement(
	along: (share: number) => Vertex,
	best: Vertex,
	secondWorst: Vertex,
	worst: Vertex,
): Vertex {
	const mirrored = along(1);
	if (mirrored.value < best.value) {
		const expanded = along(2);
		return expanded.value < mirrored.value ? expanded : mirrored;
	}
	if (mirrored.value < secondWorst.value) return mirrored;
	const contracted = along(mirrored.value < worst.value ? 0.5 : -0.5);
	return contracted.value < Math.min(mirrored.value, worst.value) ? contracted : worst;
}
