import { randomUUID } from 'node:crypto';
import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';
import { attempt } from '../attempt';
import { fromCells, toCells, type Cells } from '../columns';
import { conditionsOf, matches } from '../conditions';
import { runInline, type Host } from '../inlineRun';
import { firstByKey, mergedByKey } from '../keys';
import type { Added, Query, Records, Together, Versions, Where } from '../port';
import { RecordsError } from '../recordsError';
import type { NewRow, RowOf, Table, ValuesOf } from '../table';
import {
	definition,
	insert,
	lastChange,
	present,
	remove,
	select,
	update,
	upsert,
	type Selection,
	type Statement,
} from './sql';

/** How often a statement is run whose table is not there, or not yet as it has to be. */
const TRIES = 3;

/** How often a row is added that another one refuses, which is gone when it is to be read. */
const ADDITIONS = 5;

/** What PostgreSQL says when a table or a column is missing. */
const IS_MISSING = /(?:relation|column) .{1,200} does not exist/;

const ADVICE = 'Check the PostgreSQL credential of this node, and that its user may create tables.';

const WAS_DISTURBED = /already exists|duplicate key|concurrently updated|deadlock/;

/** Records in a PostgreSQL database, by n8n's own node and credential. */
export class PostgresRecords implements Records {
	constructor(
		private readonly host: Host,
		/** What the names of the tables of this account begin with. */
		private readonly prefix: string,
	) {}

	async read<T extends Table>(table: T, query: Query<T> = {}): Promise<Array<RowOf<T>>> {
		const found = await this.run(
			table,
			select(table, this.nameOf(table), selectionOf(table, query), query),
		);
		const rows = found.map((cells) => fromCells(table, cells));
		return rows.filter((row) => matches(table, toCells(table, row), { where: query.where }));
	}

	async put<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<void> {
		const cells = mergedByKey(rows).map((row) => toCells(table, row));
		for (const group of alike(cells)) {
			await this.run(table, upsert(table, this.nameOf(table), group));
		}
	}

	async add<T extends Table>(table: T, rows: ReadonlyArray<NewRow<T>>): Promise<Array<Added<T>>> {
		const added = new Map<string, IDataObject>();
		const standing = new Map<string, RowOf<T>>();
		let missing = firstByKey(rows);
		// A row that refused one of these may be removed before it is read: who leaves is forgotten.
		for (let tries = 1; tries <= ADDITIONS && missing.length > 0; tries++) {
			for (const group of alike(missing.map((row) => toCells(table, row)))) {
				const fresh = await this.run(table, insert(table, this.nameOf(table), group));
				for (const row of fresh) added.set(String(row.key), row);
			}
			missing = missing.filter(({ key }) => !added.has(key));
			if (missing.length === 0) break;
			const among = amongKeys(missing.map(({ key }) => key));
			for (const row of await this.read(table, { among })) standing.set(row.key, row);
			missing = missing.filter(({ key }) => !standing.has(key));
		}
		const given = new Set<string>();
		return rows.map(({ key }) => {
			const cells = added.get(key);
			const row = cells ? fromCells(table, cells) : standing.get(key);
			if (!row) {
				throw new RecordsError(
					`Rows of '${this.nameOf(table)}' are removed as fast as they are added`,
					'See which other workflows delete rows of this table, then run it again.',
				);
			}
			const isNew = cells !== undefined && !given.has(key);
			given.add(key);
			return { row, isNew };
		});
	}

	async claim<T extends Table>(
		table: T,
		where: Where<T>,
		changes: Partial<ValuesOf<T>>,
		{ keys, before }: Partial<Together<T>> = {},
	): Promise<Array<RowOf<T>>> {
		if (before) await this.change(table, { among: amongKeys(before.keys) }, before.changes);
		const query = { where, ...(keys ? { among: amongKeys(keys) } : {}) };
		const changed = await this.change(table, query, changes);
		return changed.map((row) => fromCells(table, row));
	}

	async remove<T extends Table>(table: T, query: Pick<Query<T>, 'among' | 'where'>): Promise<void> {
		await this.run(table, remove(table, this.nameOf(table), selectionOf(table, query)));
	}

	get versions(): Versions {
		const { id, name } = this.host.getNode().credentials?.postgres ?? {};
		return {
			scope: `postgres ${id ?? name ?? ''} ${this.prefix}`,
			of: async (table) => {
				const [row] = await this.run(table, lastChange(this.nameOf(table)));
				return String(row?.version ?? '');
			},
		};
	}

	async existing<T extends Table>(tables: readonly T[]): Promise<T[]> {
		const statement = present(tables.map((table) => this.nameOf(table)));
		const attempted = await attempt(async () => await this.query(statement));
		if ('error' in attempted) throw new RecordsError(attempted.message, ADVICE);
		const names = new Set(attempted.value.map(({ key }) => key));
		return tables.filter((table) => names.has(this.nameOf(table)));
	}

	private nameOf({ name }: Table): string {
		return `${this.prefix}_${name}`;
	}

	private async change<T extends Table>(
		table: T,
		query: Pick<Query<T>, 'among' | 'where'>,
		changes: Partial<ValuesOf<T>>,
	): Promise<IDataObject[]> {
		const cells = { ...toCells(table, changes), token: randomUUID() };
		return await this.run(
			table,
			update(table, this.nameOf(table), selectionOf(table, query), cells),
		);
	}

	/** Runs a statement; a table that is not there is made, and columns that it lacks are added. */
	private async run(table: Table, statement: Statement): Promise<IDataObject[]> {
		for (let tries = 1; ; tries++) {
			const attempted = await attempt(async () => await this.query(statement));
			if ('value' in attempted) return attempted.value;
			const { message } = attempted;
			if (tries < TRIES && IS_MISSING.test(message)) {
				await this.prepare(table);
				continue;
			}
			throw new RecordsError(
				`The table '${this.nameOf(table)}' could not be used: ${message}`,
				ADVICE,
			);
		}
	}

	private async prepare(table: Table): Promise<void> {
		const statement = definition(table, this.nameOf(table));
		const attempted = await attempt(async () => await this.query(statement));
		// Two runs that make a table at the same moment disturb each other; one is as good as the other.
		if ('error' in attempted && !WAS_DISTURBED.test(attempted.message)) throw attempted.error;
	}

	private async query({ query, parameter }: Statement): Promise<IDataObject[]> {
		const { postgres } = this.host.getNode().credentials ?? {};
		if (!postgres) {
			throw new RecordsError(
				'The PostgreSQL credential is missing',
				"Choose it above, or keep the records in Data tables ('Keep Records In').",
			);
		}
		const rows = await runInline(this.host, [
			{
				type: 'n8n-nodes-base.postgres',
				typeVersion: 2.6,
				parameters: {
					operation: 'executeQuery',
					query,
					options: { queryReplacement: [JSON.stringify(parameter)] },
				},
				credentials: { postgres },
			},
		]);
		return rows.filter(({ key }) => key !== undefined);
	}
}

const amongKeys = (values: readonly string[]) => ({ column: 'key' as const, values });

function selectionOf<T extends Table>(
	table: T,
	{ where, among }: Pick<Query<T>, 'among' | 'where'>,
): Selection {
	return { conditions: conditionsOf(table, where), ...(among ? { among } : {}) };
}

/** Rows by the columns they fill in: one statement writes those that fill in the same. */
const alike = (cells: readonly Cells[]): Cells[][] =>
	Object.values(groupBy(cells, (row) => Object.keys(row).sort().join(' ')));
