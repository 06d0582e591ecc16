import { toCell, toCells, type Cells } from '../columns';
import type { Condition } from '../conditions';
import type { Table } from '../table';
import type { Place } from './places';

/*
 * Rows and conditions for a Data table as it is, which may have been made by an older version.
 */

/** What a row holds before anything is filled in, so that conditions find it. */
export function emptyCells(table: Table, { columns }: Place): Cells {
	const entries = Object.entries(table.columns).filter(([column]) => columns.has(column));
	return Object.fromEntries(
		entries.map(([column, kind]) => [column, kind === 'text' ? '' : toCell(kind, undefined)]),
	);
}

/** A row as the table takes it; what it has no column for goes into `more`. */
export function cellsFor(table: Table, row: object, { columns }: Place): Cells {
	const all = toCells(table, row);
	const entries = Object.entries(all);
	const beyond = entries.filter(([column]) => !columns.has(column));
	if (beyond.length === 0) return all;
	const within = entries.filter(([column]) => columns.has(column));
	return { ...Object.fromEntries(within), more: JSON.stringify(Object.fromEntries(beyond)) };
}

/** Whether a condition names the one row of a key. */
export const isOneKey = ({ column, comparison, value }: Condition): boolean =>
	column === 'key' && comparison === 'eq' && value !== '';

/** Conditions that the store can tell, and those on columns that an older table does not have. */
export function splitByColumn(
	conditions: Condition[],
	{ columns }: Place,
): [Condition[], Condition[]] {
	return [
		conditions.filter(({ column }) => columns.has(column)),
		conditions.filter(({ column }) => !columns.has(column)),
	];
}
