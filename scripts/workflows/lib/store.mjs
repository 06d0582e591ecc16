import { TABLES } from '../tables.mjs';

const EXPRESSION = /^=\{\{([\s\S]*)\}\}$/;
const OPERATORS = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };
const PG_TYPES = {
	string: 'text',
	number: 'double precision',
	boolean: 'boolean',
	date: 'timestamptz',
};

function columnsOf(table) {
	const found = TABLES[table];
	if (!found) throw new Error(`There is no table ${table}`);
	return found;
}

function check(table, names) {
	const { columns } = columnsOf(table);
	for (const name of names) {
		if (!(name in columns)) throw new Error(`${table} has no column ${name}`);
	}
}

/**
 * State on the canvas, as n8n's Data Table nodes. Conditions are `[column, operation, value]`, all of
 * which have to hold. Reads give an empty item when nothing was found, so that the flow goes on.
 */
export const dataTables = {
	name: 'data tables',
	get: (table, where = [], { limit, orderBy, once = true } = {}) => ({
		...dataTable(table, 'get', {
			...filters(table, where),
			...(limit ? { returnAll: false, limit } : { returnAll: true }),
			...(orderBy
				? { orderBy: true, orderByColumn: orderBy[0], orderByDirection: orderBy[1] }
				: {}),
		}),
		alwaysOutputData: true,
		...(once ? { executeOnce: true } : {}),
		// A row written while all are being read makes n8n's node give up; reading again helps.
		retryOnFail: true,
		maxTries: 5,
		waitBetweenTries: 200,
	}),
	/** Stores items whose fields are the columns; a row with the same key is replaced. */
	upsert: (table, key = 'key') =>
		dataTable(table, 'upsert', {
			...filters(table, [[key, 'eq', `={{ $json.${key} }}`]]),
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: {},
		}),
	/** Stores given values under a key. */
	put: (table, values, key = 'key') =>
		dataTable(table, 'upsert', {
			...filters(table, [[key, 'eq', values[key]]]),
			columns: mapped(table, values),
			options: {},
		}),
	insert: (table, values) =>
		dataTable(table, 'insert', {
			columns: values ? mapped(table, values) : { mappingMode: 'autoMapInputData', value: null },
			options: {},
		}),
	/** Lets only items through whose key no row has yet. */
	missing: (table, key = 'key') =>
		dataTable(table, 'rowNotExists', filters(table, [[key, 'eq', `={{ $json.${key} }}`]])),
	/** Changes the rows that match. No row changed means that somebody else was faster: `{}` comes out. */
	update: (table, where, values) => ({
		...dataTable(table, 'update', {
			...filters(table, where),
			columns: mapped(table, values),
			options: {},
		}),
		alwaysOutputData: true,
	}),
	remove: (table, where) => ({
		...dataTable(table, 'deleteRows', { ...filters(table, where), options: {} }),
		alwaysOutputData: true,
	}),
	/** Makes a table, or takes the one that is there. */
	create: (table) => ({
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: table,
			columns: {
				column: Object.entries(columnsOf(table).columns).map(([name, type]) => ({ name, type })),
			},
			options: { createIfNotExists: true },
		},
		executeOnce: true,
	}),
};

function dataTable(table, operation, parameters) {
	columnsOf(table);
	return {
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		parameters: {
			resource: 'row',
			operation,
			dataTableId: { __rl: true, mode: 'name', value: table },
			...parameters,
		},
	};
}

function filters(table, where) {
	check(
		table,
		where.map(([column]) => column),
	);
	if (where.length === 0) return {};
	return {
		matchType: 'allConditions',
		filters: {
			conditions: where.map(([keyName, operation, keyValue]) => ({
				keyName,
				condition: operation,
				...(keyValue === undefined ? {} : { keyValue }),
			})),
		},
	};
}

function mapped(table, values) {
	check(table, Object.keys(values));
	const { columns } = columnsOf(table);
	return {
		mappingMode: 'defineBelow',
		value: values,
		matchingColumns: [],
		schema: Object.entries(columns).map(([name, type]) => ({
			id: name,
			displayName: name,
			required: false,
			defaultMatch: false,
			display: true,
			type: type === 'date' ? 'dateTime' : type,
			canBeUsedToMatch: true,
			removed: !(name in values),
		})),
	};
}

/** The same steps on PostgreSQL: same items in, same items out. */
export const postgres = {
	name: 'postgres',
	get: (table, where = [], { limit, orderBy, once = true } = {}) => {
		const { clause, values } = whereClause(table, where);
		const order = orderBy ? ` ORDER BY "${orderBy[0]}" ${orderBy[1]}` : '';
		return {
			...query(
				`SELECT * FROM "${table}"${clause}${order}${limit ? ` LIMIT ${limit}` : ''}`,
				values,
			),
			alwaysOutputData: true,
			...(once ? { executeOnce: true } : {}),
		};
	},
	upsert: (table, key = 'key') => {
		const names = Object.keys(columnsOf(table).columns);
		const changes = names
			.filter((name) => name !== key)
			.map(
				(name) =>
					`"${name}" = CASE WHEN $1::jsonb ? '${name}' THEN EXCLUDED."${name}" ELSE t."${name}" END`,
			);
		return query(
			`INSERT INTO "${table}" AS t SELECT * FROM jsonb_populate_record(NULL::"${table}", $1::jsonb) ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')} RETURNING *`,
			['={{ JSON.stringify($json) }}'],
		);
	},
	put: (table, values, key = 'key') => {
		const names = Object.keys(values);
		check(table, names);
		const changes = names
			.filter((name) => name !== key)
			.map((name) => `"${name}" = EXCLUDED."${name}"`);
		return query(
			`INSERT INTO "${table}" (${quoted(names)}) VALUES (${names.map((_, position) => `$${position + 1}`).join(', ')}) ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')} RETURNING *`,
			Object.values(values),
		);
	},
	insert: (table, values) => {
		if (!values) {
			return query(
				`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING RETURNING *`,
				['={{ JSON.stringify($json) }}'],
			);
		}
		const names = Object.keys(values);
		check(table, names);
		return query(
			`INSERT INTO "${table}" (${quoted(names)}) VALUES (${names.map((_, position) => `$${position + 1}`).join(', ')}) ON CONFLICT DO NOTHING RETURNING *`,
			Object.values(values),
		);
	},
	missing: (table, key = 'key') =>
		query(
			`SELECT (jsonb_populate_record(NULL::"${table}", $1::jsonb)).* WHERE NOT EXISTS (SELECT 1 FROM "${table}" WHERE "${key}" = $2)`,
			['={{ JSON.stringify($json) }}', `={{ $json.${key} }}`],
		),
	update: (table, where, values) => {
		check(table, Object.keys(values));
		const names = Object.keys(values);
		const sets = names.map((name, position) => `"${name}" = $${position + 1}`);
		const { clause, values: matched } = whereClause(table, where, names.length);
		return {
			...query(`UPDATE "${table}" SET ${sets.join(', ')}${clause} RETURNING *`, [
				...Object.values(values),
				...matched,
			]),
			alwaysOutputData: true,
		};
	},
	remove: (table, where) => {
		const { clause, values } = whereClause(table, where);
		return {
			...query(`DELETE FROM "${table}"${clause} RETURNING *`, values),
			alwaysOutputData: true,
		};
	},
	create: (table) => ({ ...query(createTable(table), []), executeOnce: true }),
};

const quoted = (names) => names.map((name) => `"${name}"`).join(', ');

/** The statements that make a table with its key and indexes. */
export function createTable(table) {
	const { columns, key = 'key', indexes = [] } = columnsOf(table);
	const lines = Object.entries(columns).map(
		([name, type]) => `  "${name}" ${PG_TYPES[type]}${name === key ? ' PRIMARY KEY' : ''}`,
	);
	const extra = indexes.map(
		(index) =>
			`CREATE INDEX IF NOT EXISTS "${table}_${[index].flat().join('_')}" ON "${table}" (${quoted([index].flat())});`,
	);
	return [`CREATE TABLE IF NOT EXISTS "${table}" (`, lines.join(',\n'), ');', ...extra].join('\n');
}

function query(text, values) {
	const list = values.map(asCode);
	return {
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.6,
		parameters: {
			operation: 'executeQuery',
			query: text,
			options: {
				queryBatching: 'independently',
				...(list.length > 0 ? { queryReplacement: `={{ [${list.join(', ')}] }}` } : {}),
			},
		},
		credentials: { postgres: { name: 'Postgres account' } },
	};
}

/** A value as code within an expression: an expression as it is, anything else as a literal. */
function asCode(value) {
	if (typeof value !== 'string' || !value.startsWith('=')) return JSON.stringify(value ?? null);
	const [, code] = EXPRESSION.exec(value) ?? [];
	if (code === undefined) throw new Error(`Only a whole expression can be stored: ${value}`);
	return `(${code.trim()}) ?? null`;
}

function whereClause(table, where, offset = 0) {
	check(
		table,
		where.map(([column]) => column),
	);
	const values = [];
	const parts = where.map(([column, operation, value]) => {
		switch (operation) {
			case 'isEmpty':
				return columnsOf(table).columns[column] === 'string'
					? `("${column}" IS NULL OR "${column}" = '')`
					: `"${column}" IS NULL`;
			case 'isNotEmpty':
				return columnsOf(table).columns[column] === 'string'
					? `("${column}" IS NOT NULL AND "${column}" <> '')`
					: `"${column}" IS NOT NULL`;
			case 'isTrue':
				return `"${column}"`;
			case 'isFalse':
				return `NOT "${column}"`;
			default:
				values.push(value);
				return `"${column}" ${OPERATORS[operation]} $${offset + values.length}`;
		}
	});
	return { clause: parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '', values };
}
