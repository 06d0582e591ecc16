import type { IDataObject } from 'n8n-workflow';
import { isRecord, valueOfJson } from '../json';
import { toEpoch } from '../rows/row';
import { withoutForbidden } from '../text/characters';
import type { ColumnKind, RowOf, Table } from './table';

/** What a cell holds in a store. */
export type Cell = boolean | number | string | null;

/** A row as a store gives and takes it. */
export type Cells = Record<string, Cell>;

const HOURS_IN_SHANGHAI = 8;

/** A moment as it stands in a table: `2026-11-24T09:00:00.000+08:00`. Later ones are greater as texts, too. */
export function timeText(epoch: number): string {
	const shifted = new Date(epoch + HOURS_IN_SHANGHAI * 3_600_000).toISOString();
	return shifted.replace('Z', '+08:00');
}

/** The kind of a column; of a technical one, too. */
export const kindOf = (table: Table, column: string): ColumnKind => table.columns[column] ?? 'text';

/** A value of a row as a cell. */
export function toCell(kind: ColumnKind, value: unknown): Cell {
	if (value === undefined || value === null) return kind === 'flag' ? false : null;
	if (kind === 'time') return timeText(Number(value));
	if (kind === 'json') return JSON.stringify(value);
	if (kind === 'number') return Number(value);
	if (kind === 'flag') return value === true;
	return withoutForbidden(String(value));
}

/** A cell as a value of a row. What a person has typed into a table is read as far as it can be. */
export function fromCell(
	kind: ColumnKind,
	cell: unknown,
): boolean | IDataObject | number | string | null {
	if (kind === 'text') return cell === undefined || cell === null ? '' : String(cell);
	if (kind === 'flag') return cell === true || cell === 1 || cell === 'true';
	if (kind === 'time') return toEpoch(cell) ?? null;
	if (kind === 'number') {
		const number = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell;
		return typeof number === 'number' && Number.isFinite(number) ? number : null;
	}
	const value = typeof cell === 'string' ? valueOfJson(cell) : cell;
	// What JSON gives is plain data.
	return isRecord(value) ? (value as IDataObject) : {};
}

/** The columns of a row that are given, as cells. */
export function toCells(table: Table, row: object): Cells {
	const given = Object.entries(row).filter(([, value]) => value !== undefined);
	return Object.fromEntries(
		given.map(([column, value]) => [column, toCell(kindOf(table, column), value)]),
	);
}

/** A row as a store gives it, with a value for every column. */
export function fromCells<T extends Table>(table: T, cells: Record<string, unknown>): RowOf<T> {
	const more = fromCell('json', cells.more);
	const beyond = isRecord(more) ? more : {};
	const values = Object.entries(table.columns).map(([column, kind]) => [
		column,
		fromCell(kind, cells[column] ?? beyond[column]),
	]);
	// The columns of the table are the properties of its rows.
	return { ...Object.fromEntries(values), key: String(cells.key ?? '') } as RowOf<T>;
}
