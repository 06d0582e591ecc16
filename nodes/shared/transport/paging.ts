/** One page of a list: its entries and where the next one starts; no `next` means the last page. */
export interface Page<T, C> {
	entries: T[];
	next?: C;
}

/**
 * Reads a list page by page until it ends or enough entries are there. A cursor that the platform
 * hands out twice ends the list too: following it would never stop.
 *
 * @param fetchPage reads the page that starts at the cursor (undefined for the first)
 * @param limit most entries to return; undefined for all
 */
export async function collectPages<T, C extends string | number>(
	fetchPage: (cursor: C | undefined) => Promise<Page<T, C>>,
	limit?: number,
): Promise<T[]> {
	const collected: T[] = [];
	const visited = new Set<C>();
	let cursor: C | undefined;
	for (;;) {
		const { entries, next } = await fetchPage(cursor);
		for (const entry of entries) collected.push(entry);
		if (limit !== undefined && collected.length >= limit) return collected.slice(0, limit);
		if (next === undefined || entries.length === 0 || visited.has(next)) return collected;
		visited.add(next);
		cursor = next;
	}
}
