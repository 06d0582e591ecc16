type Json = Record<string, unknown>;

/** The value that a share of all values does not exceed; 0 of none. */
export function partOf(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The share of those for which something holds; 0 of none. */
export const shareOf = <T>(list: readonly T[], holds: (each: T) => boolean): number =>
	list.filter(holds).length / Math.max(1, list.length);

/** How often each value of a column is there. */
export function countBy(rows: readonly Json[], column: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
	return counts;
}
