import { checkColumns, columnsOf } from './columns.mjs';

const EXPRESSION = /^=\{\{([\s\S]*)\}\}$/;

const OPERATORS = { eq: '=', neq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };

const PG_TYPES = {
	string: 'text',
	number: 'double precision',
	boolean: 'boolean',
	date: 'timestamptz',
};

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
		checkColumns(table, names);
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
		checkColumns(table, names);
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
		checkColumns(table, Object.keys(values));
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
	checkColumns(
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
