/**
 * A set of comment ids as text: `1-57,60`. Ids of an article mostly follow each other, so the text
 * stays short for thousands of comments; it lives in the workflow's static data.
 */
export class SeenIds {
	/** Sorted, disjoint and not adjacent. */
	private ranges: Array<[from: bigint, to: bigint]>;

	constructor(text = '') {
		this.ranges = text
			.split(',')
			.filter((part) => part !== '')
			.map((part) => {
				const [from = '0', to = from] = part.split('-');
				return [BigInt(from), BigInt(to)];
			});
	}

	has(id: string): boolean {
		const value = BigInt(id);
		return this.ranges.some(([from, to]) => from <= value && value <= to);
	}

	add(id: string): void {
		if (this.has(id)) return;
		const value = BigInt(id);
		const merged: Array<[bigint, bigint]> = [];
		let [start, end] = [value, value];
		for (const [from, to] of this.ranges) {
			if (to + 1n === start) start = from;
			else if (from === end + 1n) end = to;
			else merged.push([from, to]);
		}
		merged.push([start, end]);
		this.ranges = merged.sort(([a], [b]) => (a < b ? -1 : 1));
	}

	toString(): string {
		return this.ranges
			.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
			.join(',');
	}
}
