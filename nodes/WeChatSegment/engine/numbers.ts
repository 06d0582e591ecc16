import { valueAt } from '../../shared/valueAt';
import { floatAt } from './typedArrays';

/** The larger of two numbers; NaN stands for none. */
export function largest(a: number, b: number): number {
	if (Number.isNaN(a)) return b;
	return b > a ? b : a;
}

/** Median of a list that may be sorted in place; NaN for an empty one. */
export function medianOf(values: number[]): number {
	if (values.length === 0) return Number.NaN;
	values.sort((a, b) => a - b);
	const middle = values.length >> 1;
	const upper = valueAt(values, middle);
	return values.length % 2 === 1 ? upper : (valueAt(values, middle - 1) + upper) / 2;
}

/** How many values of a sorted list are smaller than `value`. */
export function countBelow(sorted: Float64Array, value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (floatAt(sorted, middle) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
