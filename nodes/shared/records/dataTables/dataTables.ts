import { randomUUID } from 'node:crypto';
import chunk from 'lodash/chunk';
import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../attempt';
import { fromCells, toCells, type Cells } from '../columns';
import { conditionsOf, matches, type Condition } from '../conditions';
import type { Host } from '../inlineRun';
import { firstByKey, mergedByKey } from '../keys';
import type { Added, Query, Records, Together, Versions, Where } from '../port';
import type { NewRow, RowOf, Table, ValuesOf } from '../table';
import { cellsFor, emptyCells, isOneKey, splitByColumn } from './cells';
import { lastWrite, namesOfTables, type Place } from './places';
import { INSERT_SIZE, putRows } from './putting';
import { standingOf } from './standing';
import { deleteRows, getRows, insertRows, setRows, updateRows, upsertRow } from './steps';
import { AMONG_SIZE, anyOf, TableRuns } from './tableRuns';

/** What rows of some keys are changed to. */
interface CellsByKey {
	keys: readonly string[];
	cells: Cells;
}

/** Records in n8n's own Data tables. */
export class DataTableRecords implements Records {
	private readonly runs: TableRuns;

	/**
	 * @param prefix what the names of the tables of this account begin with
	 * @param isFilling whether these records write the examples of tables that were just made
	 */
	constructor(
		private readonly host: Host,
		private readonly prefix: string,
		isFilling = false,
	) {
		const fill = async (table: Table) =>
			await new DataTableRecords(host, prefix, true).add(table, table.examples);
		this.runs = new TableRuns(host, prefix, isFilling ? undefined : fill);
	}

	async read<T extends Table>(table: T, query: Query<T> = {}): Promise<Array<RowOf<T>>> {
		const { where, among, newestFirst = false, limit } = query;
		const place = await this.runs.place(table);
		const conditions = conditionsOf(table, where);
		const [inStore, beyond] = splitByColumn(conditions, place);
		if (among) {
			const found = await this.runs.among(table, among.column, among.values);
			const rows = found.sort((one, other) => Number(one.id) - Number(other.id));
			return this.rowsOf(table, newestFirst ? rows.reverse() : rows, { where }, limit);
		}
		const mayCut = beyond.length === 0;
		const found = await this.runs.run(table, ({ id }) =>
			getRows(id, inStore, { newestFirst, ...(mayCut ? { limit } : {}) }),
		);
		return this.rowsOf(table, found, mayCut ? {} : { where }, limit);
	}

	async put<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<void> {
		const place = await this.runs.place(table);
		const [first, ...rest] = mergedByKey(rows).map((row) => cellsFor(table, row, place));
		if (!first) return;
		if (rest.length === 0) {
			const written = await this.runs.run(table, ({ id }) => upsertRow(id, String(first.key)), [
				first,
			]);
			await this.runs.settled(table, written);
			return;
		}
		await putRows(this.runs, table, [first, ...rest]);
	}

	async add<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<Array<Added<T>>> {
		if (rows.length === 0) return [];
		const place = await this.runs.place(table);
		const token = randomUUID();
		const once = firstByKey(rows);
		const cells = once.map((row) => ({
			...emptyCells(table, place),
			...cellsFor(table, row, place),
			token,
		}));
		const keys = once.map(({ key }) => key);
		const standing = await this.runs.settled(table, await this.insert(table, cells, keys));
		// One that is not there any more was added, and removed by another run since: who leaves is forgotten.
		const firstOf = new Map<string, IDataObject>([
			...cells.map((row, position): [string, IDataObject] => [keys[position] ?? '', row]),
			...standing.map((row): [string, IDataObject] => [String(row.key), row]),
		]);
		const given = new Set<string>();
		return rows.map(({ key }) => {
			const row = firstOf.get(key) ?? {};
			const isNew = row.token === token && !given.has(key);
			given.add(key);
			return { row: fromCells(table, row), isNew };
		});
	}

	async claim<T extends Table>(
		table: T,
		where: Where<T>,
		changes: Partial<ValuesOf<T>>,
		together?: Together<T>,
	): Promise<Array<RowOf<T>>> {
		const place = await this.runs.place(table);
		const token = randomUUID();
		// n8n may give a row that another worker was faster to change: only the token proves it.
		const cells = { ...cellsFor(table, changes, place), token };
		const conditions = conditionsOf(table, where);
		const before = together?.before && {
			keys: together.before.keys,
			cells: { ...cellsFor(table, together.before.changes, place), token: randomUUID() },
		};
		const found = await this.change(table, conditions, cells, { ...together, before });
		const standing = await this.runs.settled(table, found);
		return this.rowsOf(
			table,
			standing.filter((row) => row.token === token),
			{},
		);
	}

	async remove<T extends Table>(
		table: T,
		{ where, among }: Pick<Query<T>, 'among' | 'where'>,
	): Promise<void> {
		if (!among) {
			await this.runs.run(table, ({ id }) => deleteRows(id, conditionsOf(table, where)));
			return;
		}
		if (conditionsOf(table, where).length > 0) {
			// n8n takes conditions of which all have to hold, or any, and not both.
			const keys = (await this.read(table, { where, among })).map(({ key }) => key);
			if (keys.length > 0) await this.remove(table, { among: { column: 'key', values: keys } });
			return;
		}
		const { column, values } = among;
		for (const part of chunk(values, AMONG_SIZE)) {
			const any = anyOf(column, part);
			await this.runs.run(table, ({ id }) => deleteRows(id, any, 'anyCondition'));
		}
	}

	get versions(): Versions {
		return {
			scope: `dataTables ${this.host.getWorkflow().id ?? ''} ${this.prefix}`,
			of: async (table) => {
				await this.runs.place(table);
				return (await lastWrite(this.host, this.runs.nameOf(table))) ?? '';
			},
		};
	}

	async existing<T extends Table>(tables: readonly T[]): Promise<T[]> {
		const names = await namesOfTables(this.host, `${this.prefix}_`);
		return tables.filter((table) => names.has(this.runs.nameOf(table)));
	}

	/**
	 * Changes the rows that match, and gives them; where their keys are known all rows of those, as one that stands
	 * beside the row of the key may match when that one does not.
	 */
	private async change(
		table: Table,
		conditions: readonly Condition[],
		cells: Cells,
		{ keys, before }: { keys?: readonly string[]; before?: CellsByKey } = {},
	): Promise<IDataObject[]> {
		const known = keys ? anyOf('key', keys) : conditions.filter(isOneKey);
		if (known.length === 0) {
			return await this.runs.run(table, ({ id }) => updateRows(id, conditions), [cells]);
		}
		const reading = ({ id }: Place) => getRows(id, known, { matchType: 'anyCondition' });
		const steps = (place: Place) =>
			before
				? [
						setRows(place.id, anyOf('key', before.keys), before.cells, 'anyCondition'),
						setRows(place.id, conditions, cells),
						reading(place),
					]
				: [updateRows(place.id, conditions), reading(place)];
		const changed = await attempt(async () => await this.runs.run(table, steps, [cells], 1));
		if ('value' in changed) {
			// A step that changes nothing gives nothing, and the ones behind it do not run.
			const isWhole = before === undefined || changed.value.length > 0;
			return isWhole ? changed.value : await this.change(table, conditions, cells, { keys });
		}
		// It may be changed although reading it failed. The token tells, so nothing that was claimed is lost.
		const standing = await this.runs.run(table, reading);
		if (standing.length > 0 && standing.every(({ token }) => token !== cells.token)) {
			throw changed.error;
		}
		return standing;
	}

	/** Inserts rows and gives all rows that now stand under their keys. */
	private async insert<T extends Table>(
		table: T,
		cells: readonly Cells[],
		keys: readonly string[],
	): Promise<IDataObject[]> {
		if (keys.length <= AMONG_SIZE) {
			const mine = anyOf('key', keys);
			const reading = (id: string) => getRows(id, mine, { matchType: 'anyCondition' });
			return await this.runs.run(table, ({ id }) => [insertRows(id, false), reading(id)], cells);
		}
		for (const part of chunk(cells, INSERT_SIZE)) {
			await this.runs.run(table, ({ id }) => insertRows(id, true), part);
		}
		return await this.runs.among(table, 'key', keys);
	}

	private rowsOf<T extends Table>(
		table: T,
		found: readonly IDataObject[],
		query: Pick<Query<T>, 'where'>,
		limit = Number.POSITIVE_INFINITY,
	): Array<RowOf<T>> {
		const { createdIn } = table;
		const rows = standingOf(found).rows.map((cells) =>
			fromCells(table, createdIn ? { ...cells, [createdIn]: cells.createdAt } : cells),
		);
		return rows.filter((row) => matches(table, toCells(table, row), query)).slice(0, limit);
	}
}
