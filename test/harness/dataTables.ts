/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { randomUUID } from 'node:crypto';
import omit from 'lodash/omit';
import type {
	ExecuteWorkflowData,
	IDataObject,
	IExecuteWorkflowInfo,
	INode,
	INodeParameters,
} from 'n8n-workflow';

interface Stored extends IDataObject {
	id: number;
}

interface FilterCondition {
	keyName: string;
	condition: string;
	keyValue?: IDataObject[string];
}

/** A Data Table as n8n keeps it. */
interface DataTable {
	id: string;
	name: string;
	columns: Array<{ name: string; type: string }>;
	rows: Stored[];
	updatedAt: string;
}

/** What n8n makes of a literal that begins with `=`: the one form that the package writes. */
function evaluated(value: IDataObject[string], json: IDataObject): IDataObject[string] {
	if (typeof value !== 'string' || !value.startsWith('=')) return value;
	if (value === '={{ $json.key }}') return json.key;
	const text = /^=\{\{ ("(?:[^"\\]|\\u[0-9a-f]{4})*") \}\}$/.exec(value)?.[1];
	if (text === undefined) throw new Error(`An expression came to a parameter: ${value}`);
	return JSON.parse(text) as string;
}

function meets(
	row: Stored,
	{ keyName, condition, keyValue }: FilterCondition,
	json: IDataObject,
): boolean {
	const cell = row[keyName] ?? null;
	const value = evaluated(keyValue, json) ?? null;
	if (condition === 'isEmpty') return cell === null || cell === '';
	if (condition === 'isNotEmpty') return cell !== null && cell !== '';
	if (condition === 'eq') return cell === value;
	if (condition === 'neq') return cell !== value;
	if (cell === null || value === null) return false;
	return condition === 'gte' ? cell >= value : cell < value;
}

/** What an update or insert writes: the item, or what stands in the node. */
function givenBy({ columns }: INodeParameters, json: IDataObject): IDataObject {
	const { mappingMode, value } = columns as { mappingMode: string; value: IDataObject | null };
	if (mappingMode !== 'defineBelow') return json;
	const entries = Object.entries(value ?? {});
	return Object.fromEntries(entries.map(([name, cell]) => [name, evaluated(cell, json)]));
}

/** As SQLite numbers rows: the number of the last one is given again when that is deleted. */
export const nextId = ({ rows }: DataTable): number =>
	rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;

/**
 * n8n's Data Tables in memory, as far as inline workflows of the package use them. Operations take a turn of
 * the event loop each, so that runs at the same time get in between.
 */
export class DataTables {
	readonly tables: DataTable[] = [];
	/** How many inline workflows were run. */
	runs = 0;
	/** Called before each step; what it throws is an error of the step, as of a process that is killed. */
	beforeStep: (operation: string, table: string) => void = () => undefined;

	/** n8n's function of this name. */
	readonly executeWorkflow = async (
		{ code }: IExecuteWorkflowInfo,
		_additionalData: unknown,
		{ inputData }: { inputData?: Array<{ json: IDataObject }> },
	): Promise<ExecuteWorkflowData> => {
		this.runs += 1;
		let items = (inputData ?? []).map(({ json }) => json);
		for (const node of (code?.nodes ?? []).slice(1)) items = await this.step(node, items);
		return { executionId: '1', data: [items.map((json) => ({ json }))] };
	};

	/** The rows of a table, by its full name or the end of it, without what n8n adds. */
	rows(name: string): IDataObject[] {
		const table = this.tables.find((each) => each.name === name || each.name.endsWith(`_${name}`));
		return (table?.rows ?? []).map((row) => omit(row, 'id'));
	}

	private async step(
		{ type, parameters, executeOnce }: INode,
		items: IDataObject[],
	): Promise<IDataObject[]> {
		if (type !== 'n8n-nodes-base.dataTable') throw new Error(`There is no ${type} here`);
		await new Promise(setImmediate);
		const operation = String(parameters.operation);
		const results: IDataObject[] = [];
		if (parameters.resource === 'table') return this.tableStep(operation, parameters);
		const table = this.tableOf(parameters);
		this.beforeStep(operation, table.name);
		for (const json of executeOnce ? items.slice(0, 1) : items) {
			results.push(...this.rowStep(operation, table, parameters, json));
		}
		return structuredClone(results);
	}

	private tableStep(operation: string, parameters: INodeParameters): IDataObject[] {
		if (operation === 'list') {
			const { filterName } = parameters.options as IDataObject;
			const found = this.tables.filter(({ name }) => name.includes(String(filterName)));
			return found.map(({ id, name, columns, updatedAt }) => ({
				id,
				name,
				columns,
				// As n8n hands them over inside one process.
				createdAt: new Date(0),
				updatedAt: new Date(Number(updatedAt)),
			}));
		}
		const name = String(parameters.tableName);
		const { column } = parameters.columns as { column: DataTable['columns'] };
		const known = this.tables.find((table) => table.name === name);
		if (!known) {
			const id = randomUUID();
			this.tables.push({ id, name, columns: column, rows: [], updatedAt: '0' });
		}
		return [{ name }];
	}

	private tableOf(parameters: INodeParameters): DataTable {
		const { value } = parameters.dataTableId as unknown as { value: string };
		const table = this.tables.find(({ id }) => id === value);
		if (!table) throw new Error(`Could not find the data table: '${value}'`);
		return table;
	}

	private rowStep(
		operation: string,
		table: DataTable,
		parameters: INodeParameters,
		json: IDataObject,
	): IDataObject[] {
		const filters = parameters.filters as { conditions: FilterCondition[] } | undefined;
		const conditions = filters?.conditions ?? [];
		const unknown = conditions.find(
			({ keyName }) => keyName !== 'id' && !table.columns.some(({ name }) => name === keyName),
		);
		if (unknown) throw new Error(`Column(s) "${unknown.keyName}" do not exist`);
		const isAny = parameters.matchType === 'anyCondition';
		const found = table.rows.filter((row) =>
			isAny
				? conditions.some((condition) => meets(row, condition, json))
				: conditions.every((condition) => meets(row, condition, json)),
		);
		if (operation === 'get') {
			const ordered = parameters.orderByDirection === 'DESC' ? found.reverse() : found;
			return parameters.returnAll ? ordered : ordered.slice(0, Number(parameters.limit));
		}
		table.updatedAt = String(Number(table.updatedAt) + 1);
		if (operation === 'deleteRows') {
			table.rows = table.rows.filter((row) => !found.includes(row));
			return found;
		}
		const cells = this.cellsOf(table, givenBy(parameters, json));
		if (operation === 'insert' || (operation === 'upsert' && found.length === 0)) {
			const empty = table.columns.map(({ name }) => [name, null]);
			const row = { ...Object.fromEntries(empty), ...cells, id: nextId(table) };
			table.rows.push(row);
			return [row];
		}
		for (const row of found) Object.assign(row, cells);
		return found;
	}

	/** A row as n8n takes it: columns it knows, with values of their type. */
	private cellsOf({ columns, name }: DataTable, given: IDataObject): IDataObject {
		const json = omit(given, 'id');
		const types = { boolean: 'boolean', number: 'number', string: 'string' };
		for (const [column, value] of Object.entries(json)) {
			const type = columns.find((each) => each.name === column)?.type;
			const isRight = value === null || typeof value === types[type as keyof typeof types];
			if (!isRight)
				throw new Error(`'${column}' of ${name} does not take ${JSON.stringify(value)}`);
		}
		return json;
	}
}

const byOwner = new WeakMap<object, DataTables>();

/** The tables of a test: one n8n for each credential that it made. */
export function dataTablesOf(owner: object): DataTables {
	const tables = byOwner.get(owner) ?? new DataTables();
	byOwner.set(owner, tables);
	return tables;
}
