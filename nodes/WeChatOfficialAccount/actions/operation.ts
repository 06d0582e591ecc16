import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import {
	propertiesOfFields,
	valuesOf,
	type Fields,
	type ValuesOf,
} from '../../shared/operations/fields';
import { parametersOf } from '../../shared/operations/parameters';
import { withOnceFields, type OnceOutgoing } from '../../shared/records/onceFields';
import type { Delivery } from '../../shared/records/onlyOnce';
import {
	CHECK_WORDING,
	checkTexts,
	withWordingField,
	wordingField,
	type WordingLevel,
	type WordingResult,
} from '../../shared/wording/option';
import { FileResult } from './binary';
import {
	batchOutgoingOf,
	outgoingOf,
	type BatchOnceDeclared,
	type BatchOutgoing,
	type OnceDeclared,
} from './outgoing';

/** Which accounts may call it: every one, verified ones, or verified service accounts. */
export type Access = 'all' | 'service' | 'verified';

interface OperationBase {
	/** How the operation shows in the list: name, stable id, action, description. */
	option: INodePropertyOptions & { value: string; action: string };
	/** The endpoints it calls, e.g. `POST /cgi-bin/tags/create`. */
	endpoints: string[];
	/** Who may call it, where that differs from the resource. */
	access?: Access;
	/** WeChat's limits in words, for the documentation. */
	limits?: string;
	/** Its fields. The registry adds when to show them; an operation never repeats its own name. */
	properties: INodeProperties[];
}

/** What an item becomes: one result, for lists many, or a file. */
export type Result = FileResult | IDataObject | IDataObject[];

/** An operation that works on one item at a time. It gives one result or, for lists, many. */
export interface ItemOperation extends OperationBase {
	/**
	 * For a call that takes one person only: some items run at a time, at a pace. Those of one person
	 * keep their order.
	 */
	isPaced?: true;
	/** For an operation after which the flow waits: until when. */
	waitUntil?(ctx: IExecuteFunctions): Date;
	/** What goes out, for an operation that has the option *Only Once*. */
	outgoingAt?(ctx: IExecuteFunctions, itemIndex: number): Omit<OnceOutgoing, 'operation'>;
	/** Whether it has the option *Check Wording*. */
	checksWording?: true;
	/** @param delivery what the call has to know when it goes out only once */
	execute(ctx: IExecuteFunctions, itemIndex: number, delivery?: Delivery): Promise<Result>;
}

/** What became of one item. */
export type Outcome = { json: Result } | { error: unknown };

/** An operation whose call takes many at once, so that the items are joined: one outcome per item. */
export interface BatchOperation extends OperationBase {
	/** What goes out for an item, and to whom, for an operation that has the option *Only Once*. */
	outgoingAt?(ctx: IExecuteFunctions, itemIndex: number): BatchOutgoing;
	/** @param itemIndexes those that are joined; the outcomes are in their order */
	executeAll(ctx: IExecuteFunctions, itemIndexes: readonly number[]): Promise<Outcome[]>;
}

export type Operation = ItemOperation | BatchOperation;

type Declared<F extends Fields> = Omit<OperationBase, 'properties'> & {
	/** Its fields by name; the values have the types that the fields say. */
	fields: F;
};

/** What *Check Wording* has to know of an operation. */
interface WordingDeclared<Values> {
	/** What is chosen at first. */
	level: WordingLevel;
	/** What people will read. @param json the item, for what is taken from it by name */
	texts(values: Values, json: IDataObject): ReadonlyArray<string | undefined>;
}

function withWording(result: Result, wording: WordingResult): Result {
	if (wording.wording === undefined || result instanceof FileResult) return result;
	return Array.isArray(result)
		? result.map((json) => ({ ...json, ...wording }))
		: { ...result, ...wording };
}

/** An operation that works on one item at a time and gets the values of its fields. */
export function itemOperation<F extends Fields>({
	fields,
	execute,
	waitUntil,
	onlyOnce,
	wording,
	...declared
}: Declared<F> & {
	isPaced?: true;
	wording?: WordingDeclared<ValuesOf<F>>;
	onlyOnce?: OnceDeclared<ValuesOf<F>>;
	waitUntil?(values: ValuesOf<F>): Date;
	execute(
		ctx: IExecuteFunctions,
		values: ValuesOf<F>,
		itemIndex: number,
		delivery?: Delivery,
	): Promise<Result>;
}): ItemOperation {
	const valuesAt = (ctx: IExecuteFunctions, itemIndex: number) =>
		valuesOf(fields, parametersOf(ctx, itemIndex));
	const checked = wording ? withWordingField(fields, wording.level) : fields;
	const option = wordingField(wording?.level ?? 'off');
	return {
		...declared,
		properties: propertiesOfFields(onlyOnce ? withOnceFields(checked) : checked),
		...(wording ? { checksWording: true } : {}),
		...(onlyOnce
			? {
					outgoingAt: (ctx: IExecuteFunctions, itemIndex: number) =>
						outgoingOf(onlyOnce, valuesAt(ctx, itemIndex)),
				}
			: {}),
		...(waitUntil ? { waitUntil: (ctx) => waitUntil(valuesAt(ctx, 0)) } : {}),
		execute: async (ctx, itemIndex, delivery) => {
			const values = valuesAt(ctx, itemIndex);
			// Asked for by n8n when all is sent; a wrong end of the waiting has to be told before.
			waitUntil?.(values);
			if (!wording) return await execute(ctx, values, itemIndex, delivery);
			const level = option.read(parametersOf(ctx, itemIndex), CHECK_WORDING);
			const found = checkTexts(level, () =>
				wording.texts(values, ctx.getInputData()[itemIndex]?.json ?? {}),
			);
			return withWording(await execute(ctx, values, itemIndex, delivery), found);
		},
	};
}

/** An operation that joins the items and gets the values of all of them. */
export function batchOperation<F extends Fields>({
	fields,
	executeAll,
	onlyOnce,
	...declared
}: Declared<F> & {
	onlyOnce?: BatchOnceDeclared<ValuesOf<F>>;
	executeAll(ctx: IExecuteFunctions, items: Array<ValuesOf<F>>): Promise<Outcome[]>;
}): BatchOperation {
	const valuesAt = (ctx: IExecuteFunctions, itemIndex: number) =>
		valuesOf(fields, parametersOf(ctx, itemIndex));
	return {
		...declared,
		properties: propertiesOfFields(onlyOnce ? withOnceFields(fields) : fields),
		...(onlyOnce
			? {
					outgoingAt: (ctx: IExecuteFunctions, itemIndex: number) =>
						batchOutgoingOf(onlyOnce, valuesAt(ctx, itemIndex)),
				}
			: {}),
		executeAll: async (ctx, itemIndexes) =>
			await executeAll(
				ctx,
				itemIndexes.map((itemIndex) => valuesAt(ctx, itemIndex)),
			),
	};
}

/** A group of operations. Adding one is a file and a line in the resource's index. */
export interface Resource {
	option: INodePropertyOptions & { value: string };
	/** Who may call its operations. */
	access: Access;
	/** Shown above the fields: what a person has to know before. */
	notice?: string;
	operations: Operation[];
	/** The one chosen at first; the first of the list, when it is absent. */
	defaultOperation?: Operation;
}
