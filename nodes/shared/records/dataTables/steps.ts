import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import type { Cells } from '../columns';
import type { Condition } from '../conditions';
import type { InlineStep } from '../inlineRun';
import type { ColumnKind, Table } from '../table';
import { literal } from './literal';

/*
 * Steps of n8n's node *Data Table*. Rows travel as items and conditions as literals.
 */

const FROM_ITEMS = { mappingMode: 'autoMapInputData', value: null };

/** A moment is kept as text, which people can read and which sorts. */
const TYPES: Readonly<Record<ColumnKind, string>> = {
	flag: 'boolean',
	json: 'string',
	number: 'number',
	text: 'string',
	time: 'string',
};

const dataTable = (parameters: INodeParameters, executeOnce = false): InlineStep => ({
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters,
	...(executeOnce ? { executeOnce } : {}),
});

const rowStep = (id: string, operation: string, parameters: INodeParameters): InlineStep =>
	dataTable(
		{
			resource: 'row',
			operation,
			dataTableId: { __rl: true, mode: 'id', value: id },
			...parameters,
		},
		operation === 'get',
	);

/** An empty text, or none, is an empty cell; and a flag that was never set is off. */
function filterOf({ column, comparison, value }: Condition): INodeParameters {
	const keyName = column;
	if (value === '' && comparison !== 'gte' && comparison !== 'lt') {
		return { keyName, condition: comparison === 'eq' ? 'isEmpty' : 'isNotEmpty' };
	}
	if (value === false) {
		return { keyName, condition: comparison === 'eq' ? 'neq' : 'eq', keyValue: true };
	}
	return { keyName, condition: comparison, keyValue: literal(value) };
}

const filters = (
	conditions: readonly Condition[],
	matchType: 'allConditions' | 'anyCondition' = 'allConditions',
): INodeParameters =>
	conditions.length === 0
		? {}
		: {
				matchType,
				filters: { conditions: conditions.map(filterOf) },
			};

/** All tables whose name holds a text. */
export const listTables = (name: string): InlineStep =>
	dataTable({
		resource: 'table',
		operation: 'list',
		returnAll: true,
		options: { filterName: name },
	});

/** Makes a table, or takes the one that is there. */
export const createTable = (name: string, { columns, createdIn = '' }: Table): InlineStep =>
	dataTable({
		resource: 'table',
		operation: 'create',
		tableName: name,
		columns: {
			column: Object.entries<ColumnKind>({
				key: 'text',
				// n8n notes by itself when a row is made.
				...omit(columns, createdIn),
				token: 'text',
				more: 'json',
			}).map(([column, kind]) => ({ name: column, type: TYPES[kind] })),
		},
		options: { createIfNotExists: true },
	});

/** The rows that match, in the order in which they were written, or the other way round. */
export const getRows = (
	id: string,
	conditions: readonly Condition[],
	{
		matchType,
		newestFirst = false,
		limit,
	}: { matchType?: 'anyCondition'; newestFirst?: boolean; limit?: number } = {},
): InlineStep =>
	rowStep(id, 'get', {
		...filters(conditions, matchType),
		...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
		orderBy: true,
		orderByColumn: 'id',
		orderByDirection: newestFirst ? 'DESC' : 'ASC',
	});

/** Writes the items as new rows. */
export const insertRows = (id: string, isQuiet: boolean): InlineStep =>
	rowStep(id, 'insert', { columns: FROM_ITEMS, options: isQuiet ? { optimizeBulk: true } : {} });

/** Writes the one item under its key. */
export const upsertRow = (id: string, key: string): InlineStep =>
	rowStep(id, 'upsert', {
		...filters([{ column: 'key', comparison: 'eq', value: key }]),
		columns: FROM_ITEMS,
		options: {},
	});

/** Writes each item under its key. The one expression is ours, and costs less than a run for each row. */
export const upsertRows = (id: string): InlineStep =>
	rowStep(id, 'upsert', {
		matchType: 'allConditions',
		filters: { conditions: [{ keyName: 'key', condition: 'eq', keyValue: '={{ $json.key }}' }] },
		columns: FROM_ITEMS,
		options: {},
	});

/** Changes the rows that match to the values of the one item, and gives them. */
export const updateRows = (
	id: string,
	conditions: readonly Condition[],
	matchType?: 'anyCondition',
): InlineStep =>
	rowStep(id, 'update', { ...filters(conditions, matchType), columns: FROM_ITEMS, options: {} });

/** Changes the rows that match to values of ours, whatever comes in, and gives them. */
export const setRows = (
	id: string,
	conditions: readonly Condition[],
	values: Cells,
	matchType?: 'anyCondition',
): InlineStep => ({
	...rowStep(id, 'update', {
		...filters(conditions, matchType),
		columns: { mappingMode: 'defineBelow', value: mapValues(values, literal), schema: [] },
		options: {},
	}),
	executeOnce: true,
});

/** Removes the rows that match. */
export const deleteRows = (
	id: string,
	conditions: readonly Condition[],
	matchType?: 'anyCondition',
): InlineStep => rowStep(id, 'deleteRows', { ...filters(conditions, matchType), options: {} });
