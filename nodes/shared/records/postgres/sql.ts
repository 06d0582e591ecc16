import { toCells, type Cell, type Cells } from '../columns';
import type { Condition } from '../conditions';
import type { ColumnKind, Table } from '../table';

/*
 * Queries for PostgreSQL. All values travel in one JSON parameter, `$1`, so that no text can become part of a
 * query; names of tables and columns come from definitions.
 */

/** A query and the values it refers to. */
export interface Statement {
	query: string;
	parameter: { values: Cell[]; rows?: readonly Cells[]; among?: readonly string[] };
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
	flag: 'boolean NOT NULL DEFAULT false',
	json: `text COLLATE "C" NOT NULL DEFAULT ''`,
	number: 'double precision',
	text: `text COLLATE "C" NOT NULL DEFAULT ''`,
	// As text, so that it reads the same in every store; the collation makes later ones greater.
	time: 'text COLLATE "C"',
};

const CASTS: Readonly<Record<ColumnKind, string>> = {
	flag: '::boolean',
	json: '',
	number: '::double precision',
	text: '',
	time: '',
};

const kinds = ({ columns }: Table): Array<[column: string, kind: ColumnKind]> => [
	['key', 'text'],
	...Object.entries(columns),
	['token', 'text'],
	['more', 'json'],
];

/** What a cell holds when nothing was filled in. */
const EMPTY: Readonly<Record<ColumnKind, Cell>> = {
	flag: false,
	json: '',
	number: null,
	text: '',
	time: null,
};

/** The moment as it stands in a table. */
const NOW = `to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+08:00"')`;

/**
 * The definition of a table with its examples, as one query that may be run again; what an older table lacks is
 * added. PostgreSQL does all of it or nothing, so that no table is left without its examples. They come where no
 * row ever had a number: not to a table that a person has emptied.
 */
export function definition(table: Table, name: string): Statement {
	const columns = kinds(table);
	const isNow = (column: string) => column === table.createdIn;
	const additions = columns
		.filter(([column]) => column !== 'key')
		.map(
			([column, kind]) =>
				`ADD COLUMN IF NOT EXISTS "${column}" ${TYPES[kind]}${isNow(column) ? ` DEFAULT ${NOW}` : ''}`,
		);
	const indexes = table.indexes.map(
		(on) =>
			`CREATE INDEX IF NOT EXISTS "${name}_${on.join('_')}" ON "${name}" (${on.map((column) => `"${column}"`).join(', ')})`,
	);
	const filled = columns.filter(([column]) => !isNow(column));
	const empty = Object.fromEntries(filled.map(([column, kind]) => [column, EMPTY[kind]]));
	const rows = table.examples.map((example) => ({ ...empty, ...toCells(table, example) }));
	const isUntouched = `(SELECT pg_sequence_last_value(pg_get_serial_sequence('"${name}"', 'id')::regclass)) IS NULL`;
	const examples = `${insertion(table, name, Object.keys(empty), isUntouched)} DO NOTHING`;
	const queries = [
		`CREATE TABLE IF NOT EXISTS "${name}" (id bigint GENERATED ALWAYS AS IDENTITY, key text COLLATE "C" PRIMARY KEY)`,
		`ALTER TABLE "${name}" ${additions.join(', ')}`,
		...indexes,
		...(rows.length > 0 ? [examples] : []),
	];
	return { query: queries.join('; '), parameter: { values: [], rows } };
}

const OPERATORS = { eq: '=', neq: 'IS DISTINCT FROM', gte: '>=', lt: '<' } as const;

/** A `WHERE` clause; its values are added to the list. */
function whereClause(
	table: Table,
	conditions: readonly Condition[],
	among: string | undefined,
	values: Cell[],
): string {
	const kindOf = new Map(kinds(table));
	const clauses = conditions.map(({ column, comparison, value }) => {
		const operator =
			value === null && comparison === 'eq' ? 'IS NOT DISTINCT FROM' : OPERATORS[comparison];
		values.push(value);
		return `"${column}" ${operator} ($1::jsonb->'values'->>${values.length - 1})${CASTS[kindOf.get(column) ?? 'text']}`;
	});
	if (among !== undefined) {
		clauses.push(`"${among}" IN (SELECT jsonb_array_elements_text($1::jsonb->'among'))`);
	}
	return clauses.length === 0 ? '' : ` WHERE ${clauses.join(' AND ')}`;
}

export interface Selection {
	conditions: readonly Condition[];
	among?: { column: string; values: readonly string[] };
}

export function select(
	table: Table,
	name: string,
	{ conditions, among }: Selection,
	{ newestFirst = false, limit }: { newestFirst?: boolean; limit?: number } = {},
): Statement {
	const values: Cell[] = [];
	const where = whereClause(table, conditions, among?.column, values);
	const most = limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.floor(limit))}`;
	return {
		query: `SELECT * FROM "${name}"${where} ORDER BY id ${newestFirst ? 'DESC' : 'ASC'}${most}`,
		parameter: { values, ...(among ? { among: among.values } : {}) },
	};
}

/** The given rows as a source of an INSERT. */
function insertion(
	table: Table,
	name: string,
	columns: readonly string[],
	condition = 'true',
): string {
	const casts = new Map(kinds(table).map(([column, kind]) => [column, CASTS[kind]]));
	const picked = columns.map((column) => `(r->>'${column}')${casts.get(column) ?? ''}`);
	return `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) SELECT ${picked.join(', ')} FROM jsonb_array_elements($1::jsonb->'rows') AS r WHERE ${condition} ON CONFLICT (key)`;
}

/** Writes rows that have the same columns. */
export function upsert(table: Table, name: string, rows: readonly Cells[]): Statement {
	const columns = Object.keys(rows[0] ?? {});
	const changes = columns
		.filter((column) => column !== 'key')
		.map((column) => `"${column}" = EXCLUDED."${column}"`);
	const action = changes.length === 0 ? 'DO NOTHING' : `DO UPDATE SET ${changes.join(', ')}`;
	return { query: `${insertion(table, name, columns)} ${action}`, parameter: { values: [], rows } };
}

/** Adds rows that have the same columns where no row has their key yet; gives those that were added. */
export function insert(table: Table, name: string, rows: readonly Cells[]): Statement {
	return {
		query: `${insertion(table, name, Object.keys(rows[0] ?? {}))} DO NOTHING RETURNING *`,
		parameter: { values: [], rows },
	};
}

/** Changes the rows that match, and gives them. */
export function update(
	table: Table,
	name: string,
	{ conditions, among }: Selection,
	cells: Cells,
): Statement {
	const values: Cell[] = [];
	const where = whereClause(table, conditions, among?.column, values);
	const casts = new Map(kinds(table).map(([column, kind]) => [column, CASTS[kind]]));
	const sets = Object.keys(cells).map(
		(column) => `"${column}" = ($1::jsonb->'rows'->0->>'${column}')${casts.get(column) ?? ''}`,
	);
	return {
		query: `UPDATE "${name}" SET ${sets.join(', ')}${where} RETURNING *`,
		parameter: { values, rows: [cells], ...(among ? { among: among.values } : {}) },
	};
}

/** Which of some tables are there; their names come under `key`. */
export const present = (names: readonly string[]): Statement => ({
	query: `SELECT name AS key FROM jsonb_array_elements_text($1::jsonb->'among') AS name WHERE to_regclass(quote_ident(name)) IS NOT NULL`,
	parameter: { values: [], among: names },
});

export function remove(table: Table, name: string, { conditions, among }: Selection): Statement {
	const values: Cell[] = [];
	const where = whereClause(table, conditions, among?.column, values);
	return {
		query: `DELETE FROM "${name}"${where}`,
		parameter: { values, ...(among ? { among: among.values } : {}) },
	};
}

/**
 * A text that changes with every write: a row that is added or changed bears the number of the transaction
 * (`xmin`), which is greater than all before, and one that is removed is counted no more.
 */
export const lastChange = (name: string): Statement => ({
	query: `SELECT 'version' AS key, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS version FROM "${name}"`,
	parameter: { values: [] },
});
