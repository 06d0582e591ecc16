import chunk from 'lodash/chunk';
import groupBy from 'lodash/groupBy';
import omit from 'lodash/omit';
import { fromCells, toCells, type Cells } from '../columns';
import type { Table } from '../table';
import { emptyCells } from './cells';
import { insertRows, updateRows, upsertRows } from './steps';
import { AMONG_SIZE, anyOf, type TableRuns } from './tableRuns';

/** Rows that are inserted at once. */
export const INSERT_SIZE = 1_000;

const isSame = (one: unknown, other: unknown): boolean =>
	one === other || ((one ?? '') === '' && (other ?? '') === '');

/**
 * Rows whose key is new are inserted at once. Of the others, those that differ are written: at once those that get
 * the same values, as n8n writes one row after the other otherwise.
 */
export async function putRows(
	runs: TableRuns,
	table: Table,
	given: readonly Cells[],
): Promise<void> {
	const keys = given.map(({ key }) => String(key));
	const found = await runs.settled(table, await runs.among(table, 'key', keys));
	const rows = found.map((row) => fromCells(table, row));
	const standing = new Map(rows.map((row) => [row.key, toCells(table, row)]));
	const changed = given.filter((cell) => {
		const before = standing.get(String(cell.key));
		return (
			!before || Object.entries(cell).some(([column, value]) => !isSame(before[column], value))
		);
	});
	const fresh = changed.filter(({ key }) => !standing.has(String(key)));
	const known = changed.filter(({ key }) => standing.has(String(key)));
	const place = await runs.place(table);
	for (const part of chunk(fresh, INSERT_SIZE)) {
		const whole = part.map((cell) => ({ ...emptyCells(table, place), ...cell }));
		await runs.run(table, ({ id }) => insertRows(id, true), whole);
	}
	const alike = Object.values(groupBy(known, (cell) => JSON.stringify(omit(cell, 'key'))));
	for (const cells of alike.filter(({ length }) => length > 1)) await putAlike(runs, table, cells);
	const single = alike.filter(({ length }) => length === 1).flat();
	if (single.length > 0) await runs.run(table, ({ id }) => upsertRows(id), single);
}

/** Writes the same values into several rows. */
async function putAlike(runs: TableRuns, table: Table, cells: readonly Cells[]): Promise<void> {
	for (const part of chunk(cells, AMONG_SIZE)) {
		const any = anyOf(
			'key',
			part.map(({ key }) => String(key)),
		);
		const values = part.slice(0, 1).map((cell) => omit(cell, 'key'));
		await runs.run(table, ({ id }) => updateRows(id, any, 'anyCondition'), values);
	}
}
