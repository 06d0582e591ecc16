import { checkColumns, columnsOf } from './columns.mjs';

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
	checkColumns(
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
	checkColumns(table, Object.keys(values));
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
