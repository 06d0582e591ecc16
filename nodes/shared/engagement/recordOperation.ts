import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import {
	propertiesOfFields,
	valuesOf,
	type Fields,
	type ParameterSource,
	type ValuesOf,
} from '../operations/fields';
import { parametersOf } from '../operations/parameters';
import type { ListedOperation } from '../operations/registry';
import { KEEP_RECORDS_IN, keepRecordsIn } from '../records/keepIn';
import type { Records } from '../records/port';
import { Stores } from '../records/stores';
import type { Table } from '../records/table';
import type { Row } from '../rows/row';
import { nowIn } from './fields';
import { Outputs } from './outputs';
import { isTool } from './tool';

/** Name of the output for rows, where the records are items on the canvas. */
export const ROWS_OUTPUT = 'Rows to Store';

/** An operation of a node that keeps records. */
export interface RecordOperation extends ListedOperation {
	/** Names of its outputs, in order; *Rows to Store* comes after them where it is needed. */
	outputs: string[];
	run(ctx: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/** What comes of an item: what goes out by which output. */
export interface Result<O extends string> {
	to: O;
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** An item of the node, with what an operation needs to work on it. */
export interface At {
	ctx: IExecuteFunctions;
	itemIndex: number;
	json: IDataObject;
	/** The parameters of the item; what its options hold is evaluated once. */
	from: ParameterSource;
	/** The records of the account that the item is about. */
	records: Records;
	/** Epoch milliseconds that count as now. */
	now: number;
}

/** An item and the values of the fields for it. */
export interface Item<F extends Fields> {
	at: At;
	values: ValuesOf<F>;
}

/** What became of an item of many. */
export type Outcome<O extends string> = { results: Array<Result<O>> } | { error: unknown };

interface Declared<F extends Fields, O extends string> {
	option: ListedOperation['option'];
	/** Outputs by the name that results use, with what stands on the canvas. */
	outputs: Readonly<Record<O, string>>;
	/** Where error items go; the first output when it is absent. */
	errorsTo?: O;
	fields: F;
	/** The tables it reads and writes, the main one first. */
	tables: readonly Table[];
	/** Whether its records may be items on the canvas. */
	takesItems?: boolean;
	/** Whether the items are rows that are looked at together: then the first one stands for all. */
	isWhole?(ctx: IExecuteFunctions): boolean;
	/** Known rows where they are items on the canvas; those of the second input, when it is absent. */
	knownRows?(ctx: IExecuteFunctions): readonly Row[];
}

/**
 * *Keep Records In* comes after what an operation is about and before its options. *Known Rows* (`rows`) follow it:
 * n8n leaves a field empty that stands before two others on which it depends.
 */
function withRecords<F extends Fields>({
	fields,
	tables,
	takesItems = false,
}: Declared<F, string>) {
	const { options, rows, ...rest } = fields;
	return propertiesOfFields({
		...rest,
		[KEEP_RECORDS_IN]: keepRecordsIn(tables, takesItems),
		...(rows ? { rows } : {}),
		...(options ? { options } : {}),
	});
}

/** An operation that works on one item after the other; each sees what those before have written. */
export function itemwise<F extends Fields, O extends string>(
	declared: Declared<F, O> & {
		execute(at: At, values: ValuesOf<F>): Promise<Array<Result<O>>>;
	},
): RecordOperation {
	return allAtOnce({
		...declared,
		executeAll: async (items) => {
			const outcomes: Array<Outcome<O>> = [];
			for (const { at, values } of items) {
				const outcome = await attempted(async () => await declared.execute(at, values));
				outcomes.push(outcome);
				// The run ends with this error, so nothing more is done.
				if ('error' in outcome && !at.ctx.continueOnFail()) break;
			}
			return outcomes;
		},
	});
}

/** An operation that works on all items together: one outcome for each, in their order. */
export function allAtOnce<F extends Fields, O extends string>(
	declared: Declared<F, O> & {
		executeAll(items: Array<Item<F>>): Promise<Array<Outcome<O>>>;
	},
): RecordOperation {
	const { option, outputs: names, errorsTo, fields, executeAll } = declared;
	const ids = Object.keys(names);
	return {
		option,
		properties: withRecords(declared),
		outputs: Object.values(names),
		run: async (ctx) => {
			const outputs = new Outputs(ctx, ids.length + 1, errorsTo ? ids.indexOf(errorsTo) : 0);
			const stores = storesOf(ctx, declared, (row) => outputs.add(ids.length, row, 0));
			const items: Array<Item<F> | undefined> = [];
			const input = ctx.getInputData().slice(0, declared.isWhole?.(ctx) ? 1 : undefined);
			for (const [itemIndex, { json }] of input.entries()) {
				try {
					const records = await stores.of(itemIndex);
					const from = withOptionsReadOnce(parametersOf(ctx, itemIndex));
					const at = { ctx, itemIndex, json, from, records, now: nowIn(from) };
					items.push({ at, values: valuesOf(fields, from) });
				} catch (error) {
					items.push(undefined);
					outputs.fail(error, itemIndex);
				}
			}
			const ready = items.filter((item) => item !== undefined);
			const outcomes = await executeAll(ready);
			ready.forEach(({ at: { itemIndex } }, position) => {
				const outcome = outcomes[position];
				if (!outcome) return;
				if ('error' in outcome) outputs.fail(outcome.error, itemIndex);
				else {
					for (const { to, json, binary } of outcome.results) {
						outputs.give(ids.indexOf(to), { json, binary, pairedItem: { item: itemIndex } });
					}
				}
			});
			return outputs.toData();
		},
	};
}

/** *Now* stands among the options, so these are asked for twice, and each expression in them takes milliseconds. */
function withOptionsReadOnce(from: ParameterSource): ParameterSource {
	let options: { value: unknown } | undefined;
	return {
		get: (name, how) => {
			if (name !== 'options') return from.get(name, how);
			options ??= { value: from.get(name, how) };
			return options.value;
		},
	};
}

/** What work gives, or the error it ended with. */
export async function attempted<O extends string>(
	work: () => Promise<Array<Result<O>>>,
): Promise<Outcome<O>> {
	try {
		return { results: await work() };
	} catch (error) {
		return { error };
	}
}

function storesOf(
	ctx: IExecuteFunctions,
	{
		tables,
		takesItems = false,
		knownRows = secondInput,
	}: Pick<Declared<Fields, string>, 'knownRows' | 'tables' | 'takesItems'>,
	write: (row: IDataObject) => void,
): Stores {
	const store = keepRecordsIn(tables, takesItems).read(parametersOf(ctx, 0), KEEP_RECORDS_IN);
	return new Stores(ctx, store, { tables, known: () => knownRows(ctx), write });
}

/** The tool of an agent has no second input. */
const secondInput = (ctx: IExecuteFunctions): Row[] =>
	isTool(ctx) ? [] : ctx.getInputData(1).map(({ json }) => json);
