/** Value at a share of a sorted list, between neighbours by proportion (type 7); undefined when empty. */
export function quantile(sorted: readonly number[], share: number): number | undefined {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)];
	const above = sorted[Math.ceil(place)];
	if (below === undefined || above === undefined) return undefined;
	return below + (above - below) * (place - Math.floor(place));
}

export function ascending(values: Iterable<number>): number[] {
	return [...values].sort((a, b) => a - b);
}

/** Median of values in any order; undefined when there are none. */
export function median(values: Iterable<number>): number | undefined {
	return quantile(ascending(values), 0.5);
}

/** Position of the first element of a list sorted by `at` that is not before a limit. */
export function firstFrom<T>(
	sorted: readonly T[],
	limit: number,
	at: (entry: T) => number,
): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const entry = sorted[middle];
		if (entry !== undefined && at(entry) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The part of a list sorted by `at` from `start` up to before `end`. */
export function between<T>(
	sorted: readonly T[],
	start: number,
	end: number,
	at: (entry: T) => number,
): T[] {
	return sorted.slice(firstFrom(sorted, start, at), firstFrom(sorted, end, at));
}

/** Text order by code units, the same on every machine. */
export function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
