import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { isRecord, valueOfJson } from '../json';
import type { Field } from '../operations/fields';
import type { Row } from '../rows/row';
import { isTool } from './tool';

interface RowsFieldTexts {
	/** What the rows are, in the plural: `Keywords`. */
	label: string;
	/** Internal name of the JSON field: `keywords`. The selector is called `<name>From`. */
	name: string;
	/** Which columns a row has, as a hint below the field. */
	hint: string;
	/** Which input of the node the items come from. */
	input?: 'Second' | 'Third';
}

const INPUT_INDEX = { Second: 1, Third: 2 };

/* Where the rows of a list may come from. */

export const FIELDS_SOURCE = {
	name: 'Define Below',
	value: 'fields',
	description: 'Filled in field by field',
} as const;

export const JSON_SOURCE = {
	name: 'List or Expression',
	value: 'json',
	description: 'A list written here, or taken from an earlier node by an expression',
} as const;

const CONNECTED = {
	value: 'input',
	description: 'The items of the node connected there, e.g. Get Row(s) of a Data Table',
} as const;

export const INPUT_SOURCE = {
	Second: { name: 'Connected Node (Second Input)', ...CONNECTED },
	Third: { name: 'Connected Node (Third Input)', ...CONNECTED },
} as const;

/** Fields by which a node gets rows it already knows: from its second or third input, or as JSON. */
export function rowsFields({
	label,
	name,
	hint,
	input = 'Second',
}: RowsFieldTexts): INodeProperties[] {
	return [
		{
			displayName: `${label} From`,
			name: `${name}From`,
			type: 'options',
			options: [JSON_SOURCE, INPUT_SOURCE[input]],
			default: 'input',
			hint,
		},
		{
			displayName: label,
			name,
			type: 'json',
			default: '[]',
			displayOptions: { show: { [`${name}From`]: ['json'] } },
			placeholder: "e.g. {{ $('Get rows').all() }}",
			description: 'A list of rows, or the items of another node',
		},
	];
}

/** The same fields with one more source, which the node reads itself: it comes first and is the default. */
export function withSource(
	fields: INodeProperties[],
	source: INodePropertyOptions & { value: string },
): INodeProperties[] {
	return fields.map((field) =>
		field.type === 'options'
			? { ...field, options: [source, ...(field.options ?? [])], default: source.value }
			: field,
	);
}

/** An item of n8n stands for its `json`. */
function rowOf(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'json' in value ? value.json : value;
}

/** Nodes that always give output give an empty item when they found nothing. */
const isFilled = (row: Row): boolean => Object.keys(row).length > 0;

/** The items of a further input; the tool of an agent has none. */
function itemsOf(ctx: IExecuteFunctions, input: number): INodeExecutionData[] {
	return isTool(ctx) ? [] : ctx.getInputData(input);
}

/**
 * The rows that the fields of `rowsFields` point to. Read once for all items.
 *
 * @throws UserInputError when the JSON is no list of rows
 */
export function knownRows(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	input: NonNullable<RowsFieldTexts['input']> = 'Second',
): Row[] {
	if (ctx.getNodeParameter(`${name}From`, 0) === 'input') {
		return itemsOf(ctx, INPUT_INDEX[input])
			.map(({ json }): Row => json)
			.filter(isFilled);
	}
	return rowsOf(ctx.getNodeParameter(name, 0), label);
}

/**
 * The same fields for an operation with declared fields. They give the rows when they are asked for, as some of
 * them come by an input: see `knownRows`.
 */
export const knownRowsField = (
	texts: Omit<RowsFieldTexts, 'name'>,
): Field<(ctx: IExecuteFunctions) => Row[]> => ({
	describe: (name) => rowsFields({ ...texts, name }),
	read: (_, name) => (ctx) => knownRows(ctx, name, texts.label, texts.input),
});

/**
 * The rows of a JSON field: a list of objects, or of the items of another node.
 *
 * @throws UserInputError when it is no list of rows
 */
export function rowsOf(value: unknown, label: string): Row[] {
	const list =
		typeof value === 'string' ? valueOfJson(value.trim() === '' ? '[]' : value) : (value ?? []);
	const rows = Array.isArray(list) ? list.map(rowOf) : undefined;
	if (!rows?.every(isRecord)) {
		throw new UserInputError(
			`'${label}' is not a list of rows`,
			'Enter a JSON list of objects, or an expression that gives the items of another node.',
		);
	}
	return rows.filter(isFilled);
}
