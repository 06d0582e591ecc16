import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { UserInputError } from '../inputError';
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
	/** Other sources that the node reads itself. */
	moreSources?: INodePropertyOptions[];
}

const INPUT_INDEX = { Second: 1, Third: 2 };
const INPUT_NAME = { Second: 'Second Input', Third: 'Third Input' };

/** Fields by which a node gets rows it already knows: from its second or third input, or as JSON. */
export function rowsFields({
	label,
	name,
	hint,
	input = 'Second',
	moreSources = [],
}: RowsFieldTexts): INodeProperties[] {
	return [
		{
			displayName: `${label} From`,
			name: `${name}From`,
			type: 'options',
			options: [
				{
					name: 'JSON or Expression',
					value: 'json',
					description: 'A list written here, or taken from an earlier node by an expression',
				},
				{
					name: INPUT_NAME[input],
					value: 'input',
					description: 'The items that a Data Table, database or sheet node gives',
				},
				...moreSources,
			],
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

/** An item of n8n stands for its `json`. */
function rowOf(value: unknown): unknown {
	return typeof value === 'object' && value !== null && 'json' in value ? value.json : value;
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text.trim() === '' ? '[]' : text);
	} catch {
		return undefined;
	}
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
	const value: unknown = ctx.getNodeParameter(name, 0);
	const list = typeof value === 'string' ? parse(value) : value;
	const rows = Array.isArray(list) ? list.map(rowOf) : undefined;
	if (!rows?.every(isRow)) {
		throw new UserInputError(
			`'${label}' is not a list of rows`,
			'Enter a JSON list of objects, or an expression that gives the items of another node.',
		);
	}
	return rows.filter(isFilled);
}
