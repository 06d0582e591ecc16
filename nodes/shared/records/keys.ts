/**
 * One row for each key: the first, in the order given. Rows without a key, as a person types them into a table,
 * are all rows of their own.
 */
export function firstByKey<R extends { key?: unknown }>(rows: readonly R[]): R[] {
	const seen = new Set<unknown>();
	return rows.filter(({ key }) => {
		if (key === '') return true;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

/** One row for each key, with the values that came last. */
export function mergedByKey<R extends { key: string }>(rows: readonly R[]): R[] {
	const merged = new Map<string, R>();
	for (const row of rows) merged.set(row.key, { ...merged.get(row.key), ...row });
	return [...merged.values()];
}
