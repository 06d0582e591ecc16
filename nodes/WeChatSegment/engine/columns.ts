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
		this.chunks[chunk][index & (CHUNK - 1)] = value;
		if (index >= this.length) this.length = index + 1;
	}

	get(index: number): number {
		return index < this.length ? this.chunks[index >> CHUNK_BITS][index & (CHUNK - 1)] : this.blank;
	}
}

/** Rows of each owner: those of owner `o` are `order.subarray(starts[o], starts[o + 1])`. */
export function groupRows(
	owners: FloatColumn,
	ownerCount: number,
): { starts: Int32Array; order: Int32Array } {
	const starts = new Int32Array(ownerCount + 1);
	for (let row = 0; row < owners.length; row++) starts[owners.get(row) + 1] += 1;
	for (let owner = 0; owner < ownerCount; owner++) starts[owner + 1] += starts[owner];
	const next = starts.slice();
	const order = new Int32Array(owners.length);
	for (let row = 0; row < owners.length; row++) order[next[owners.get(row)]++] = row;
	return { starts, order };
}

/** Above it n8n's own sort beats insertion, which needs no copy for the few rows of most followers. */
const FEW = 24;

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
		const row = rows[next];
		let place = next - 1;
		for (; place >= start && compare(rows[place], row) > 0; place--) rows[place + 1] = rows[place];
		rows[place + 1] = row;
	}
}
