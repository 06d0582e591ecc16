import type { IExecuteFunctions, INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import { choice, type Field } from '../operations/fields';
import type { Table } from './table';

/** Where the records of a node are kept. */
export type Store = 'dataTables' | 'items' | 'postgres';

/** The parameter's name, the same in every node. */
export const KEEP_RECORDS_IN = 'keepRecordsIn';

const DATA_TABLES = {
	name: 'Data Tables',
	value: 'dataTables',
	description:
		"In this n8n. The tables are made on first use; open 'Data tables' in the project of this workflow to read and edit them.",
} as const;

const POSTGRES = {
	name: 'PostgreSQL',
	value: 'postgres',
	description:
		'In a database of yours, for large accounts and several workers. The tables are made on first use.',
} as const;

const ITEMS = {
	name: 'Items on the Canvas',
	value: 'items',
	description:
		"For a store of your own: known rows come by the second input, rows to be stored go by the output 'Rows to Store'",
} as const;

/** What a person reads below the field: which tables, and what they hold. */
const hintOf = (tables: readonly Table[]): string =>
	tables.map(({ name, holds }) => `wechat_…_${name}: ${holds}`).join(' · ');

/**
 * The field *Keep Records In*.
 *
 * @param tables of the operation; named below the field
 * @param takesItems whether the operation can do with rows that come by an input
 */
export function keepRecordsIn(tables: readonly Table[], takesItems: boolean): Field<Store> {
	const changes = {
		noDataExpression: true,
		description: 'Where this node keeps what it has to remember',
		hint: hintOf(tables),
	};
	return takesItems
		? choice('Keep Records In', [DATA_TABLES, ITEMS, POSTGRES], 'dataTables', changes)
		: choice('Keep Records In', [DATA_TABLES, POSTGRES], 'dataTables', changes);
}

/** Whether the records of a run are items on the canvas. */
export const isOnCanvas = (ctx: IExecuteFunctions): boolean =>
	ctx.getNodeParameter(KEEP_RECORDS_IN, 0, '') === 'items';

/** A field of an operation with *Keep Records In*, shown or hidden where the records are items on the canvas. */
export function whereItems(how: 'hide' | 'show', property: INodeProperties): INodeProperties {
	const { displayOptions } = property;
	const conditions = { [KEEP_RECORDS_IN]: ['items'], ...displayOptions?.[how] };
	return { ...property, displayOptions: { ...displayOptions, [how]: conditions } };
}

/** The same for a declared field. */
export const shownForItems = <Value>({ describe, read }: Field<Value>): Field<Value> => ({
	describe: (name) => describe(name).map((property) => whereItems('show', property)),
	read,
});

/** Credentials of a node that keeps records: the account they belong to, and the database where it is chosen. */
export const recordCredentials = (needsAccount: boolean): INodeCredentialDescription[] => [
	{ name: CREDENTIAL_TYPE, required: needsAccount },
	{
		name: 'postgres',
		required: true,
		displayOptions: { show: { [KEEP_RECORDS_IN]: ['postgres'] } },
	},
];
