import type { Records, Where } from './port';
import type { Table } from './table';

/** Rows removed in one run at most, so that a run takes seconds also where years have come together. */
export const MOST_PRUNED = 2_000;

/** Removes rows whose time has passed, those that came first first. What is left is for the next run. */
export async function prune<T extends Table>(
	records: Records,
	table: T,
	where: Where<T>,
): Promise<void> {
	const old = await records.read(table, { where, limit: MOST_PRUNED });
	if (old.length === 0) return;
	const values = old.map(({ key }) => key);
	await records.remove(table, { among: { column: 'key', values } });
}
