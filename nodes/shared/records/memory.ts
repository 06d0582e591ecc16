import { fromCells, toCell, toCells, type Cells } from './columns';
import { matches } from './conditions';
import { firstByKey } from './keys';
import type { Added, Query, Records, Together, Where } from './port';
import type { NewRow, RowOf, Table, ValuesOf } from './table';

const amongKeys = (values: readonly string[]) => ({ column: 'key' as const, values });

/** Rows in memory, by table and key. What every store does, without one. */
export class MemoryRecords implements Records {
	private readonly tables = new Map<string, Map<string, Cells>>();

	/** @param note is told of every row that was written, as it stands then */
	constructor(private readonly note: (table: Table, cells: Cells) => void = () => undefined) {}

	async read<T extends Table>(table: T, query: Query<T> = {}): Promise<Array<RowOf<T>>> {
		const found = this.find(table, query).map((cells) => fromCells(table, cells));
		const ordered = query.newestFirst ? found.reverse() : found;
		return await Promise.resolve(ordered.slice(0, query.limit));
	}

	async put<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<void> {
		for (const row of rows) this.write(table, row.key, toCells(table, row));
		await Promise.resolve();
	}

	async add<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<Array<Added<T>>> {
		const stored = this.rowsOf(table);
		const fresh = new Set(firstByKey(rows).filter(({ key }) => !stored.has(key)));
		for (const row of fresh) this.write(table, row.key, toCells(table, row));
		return await Promise.resolve(
			rows.map((row) => ({
				row: fromCells(table, stored.get(row.key) ?? {}),
				isNew: fresh.has(row),
			})),
		);
	}

	async claim<T extends Table>(
		table: T,
		where: Where<T>,
		changes: Partial<ValuesOf<T>>,
		{ keys, before }: Partial<Together<T>> = {},
	): Promise<Array<RowOf<T>>> {
		if (before) this.change(table, { among: amongKeys(before.keys) }, before.changes);
		const query = { where, ...(keys ? { among: amongKeys(keys) } : {}) };
		return await Promise.resolve(this.change(table, query, changes));
	}

	async remove<T extends Table>(table: T, query: Pick<Query<T>, 'among' | 'where'>): Promise<void> {
		for (const { key } of this.find(table, query)) this.rowsOf(table).delete(String(key));
		await Promise.resolve();
	}

	async existing<T extends Table>(tables: readonly T[]): Promise<T[]> {
		return await Promise.resolve(tables.filter(({ name }) => this.tables.has(name)));
	}

	private change<T extends Table>(
		table: T,
		query: Pick<Query<T>, 'among' | 'where'>,
		changes: Partial<ValuesOf<T>>,
	): Array<RowOf<T>> {
		const cells = toCells(table, changes);
		const keys = this.find(table, query).map(({ key }) => String(key));
		return keys.map((key) => fromCells(table, this.write(table, key, cells)));
	}

	private find<T extends Table>(table: T, query: Pick<Query<T>, 'among' | 'where'>): Cells[] {
		return [...this.rowsOf(table).values()].filter((cells) => matches(table, cells, query));
	}

	private write(table: Table, key: string, given: Cells): Cells {
		const empty = Object.entries(table.columns).map(([column, kind]) => [
			column,
			toCell(kind, undefined),
		]);
		const before = this.rowsOf(table).get(key) ?? Object.fromEntries(empty);
		const cells = { ...before, ...given, key };
		this.rowsOf(table).set(key, cells);
		this.note(table, cells);
		return cells;
	}

	private rowsOf({ name }: Table): Map<string, Cells> {
		const rows = this.tables.get(name) ?? new Map<string, Cells>();
		this.tables.set(name, rows);
		return rows;
	}
}
