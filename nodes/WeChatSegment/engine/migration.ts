/** How many moved from one segment to another between two runs. */
export interface Move {
	from: string;
	to: string;
	count: number;
	/** Of all who were in `from`. */
	share: number;
}

/** Stands for the segment of those whom the other run does not know. */
export const NOWHERE = 'none';

/**
 * Matrix of the moves between two runs, also of those who came and went.
 *
 * @param before and `after` map OpenIDs to segments
 * @returns sorted by name, without empty cells
 */
export function migrationOf(before: Map<string, string>, after: Map<string, string>): Move[] {
	const cells = new Map<string, Map<string, number>>();
	for (const openId of new Set([...before.keys(), ...after.keys()])) {
		const from = before.get(openId) ?? NOWHERE;
		const to = after.get(openId) ?? NOWHERE;
		const row = cells.get(from) ?? new Map<string, number>();
		row.set(to, (row.get(to) ?? 0) + 1);
		cells.set(from, row);
	}
	const moves = [...cells].flatMap(([from, row]) => {
		const total = [...row.values()].reduce((sum, count) => sum + count, 0);
		return [...row].map(([to, count]) => ({ from, to, count, share: count / total }));
	});
	return moves.sort((a, b) => a.from.localeCompare(b.from, 'en') || a.to.localeCompare(b.to, 'en'));
}
