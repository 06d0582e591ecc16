import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../rows/row';
import { fromCells, type Cells } from './columns';
import { MemoryRecords } from './memory';
import type { Table } from './table';

/** Which table a row belongs to; absent for the main table of an operation. */
const TABLE = 'table';

/**
 * Records as items on the canvas, for a store of one's own: known rows come by an input, new and changed ones go
 * by an output. What is scarce cannot be promised here, as two runs do not see each other.
 *
 * @param known rows as they were given out before; those of other tables than the main one name it
 * @param tables of the operation, the main one first
 * @param write is told of every row to be stored
 */
export async function itemRecords(
	known: readonly Row[],
	tables: readonly Table[],
	write: (row: IDataObject) => void,
): Promise<MemoryRecords> {
	const [main] = tables;
	let isLoaded = false;
	const records = new MemoryRecords((table, cells: Cells) => {
		if (isLoaded)
			write(table.name === main?.name ? { ...cells } : { ...cells, [TABLE]: table.name });
	});
	for (const table of tables) {
		const rows = known.filter((row) => (row[TABLE] ?? main?.name) === table.name);
		await records.put(
			table,
			rows.map((row) => fromCells(table, row)),
		);
	}
	isLoaded = true;
	return records;
}
