import { valueAt } from '../../shared/valueAt';
import { floatAt, integerAt } from './typedArrays';

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/**
 * A column of numbers that grows, in chunks: a million rows cost eight megabytes, not a hundred, and
 * nothing is copied on the way.
 */
export class FloatColumn {
	length = 0;
	private readonly chunks: Float64Array[] = [];

	/** @param blank what a row holds that was never set */
	constructor(private readonly blank = 0) {}

	push(value: number): void {
		this.set(this.length, value);
	}

	set(index: number, value: number): void {
		const chunk = index >> CHUNK_BITS;
		while (chunk >= this.chunks.length) this.chunks.push(new Float64Array(CHUNK).fill(this.blank));
		valueAt(this.chunks, chunk)[index & (CHUNK - 1)] = value;
		if (index >= this.length) this.length = index + 1;
	}

	get(index: number): number {
		if (index >= this.length) return this.blank;
		return floatAt(valueAt(this.chunks, index >> CHUNK_BITS), index & (CHUNK - 1));
	}
}

/** Up to so many rows, as most followers have, simple loops beat the built-in sort and sets. */
export const FEW = 24;

/** Sorts the rows from `start` to before `end` of an index in place. */
export function sortRows(
	rows: Int32Array,
	start: number,
	end: number,
	compare: (a: number, b: number) => number,
): void {
	if (end - start > FEW) {
		rows.subarray(start, end).sort(compare);
		return;
	}
	for (let next = start + 1; next < end; next++) {
		const row = integerAt(rows, next);
		let place = next - 1;
		for (; place >= start; place--) {
			const other = integerAt(rows, place);
			if (compare(other, row) <= 0) break;
			rows[place + 1] = other;
		}
		rows[place + 1] = row;
	}
}
