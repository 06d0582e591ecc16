import sortBy from 'lodash/sortBy';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { nowField, optionsField } from '../../shared/engagement/fields';
import { rowsFields } from '../../shared/engagement/rows';

export const activityIdField: INodeProperties = {
	displayName: 'Activity ID',
	name: 'activityId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. autumn-2026',
	description: 'A name of your own. Rows of different activities can stand in one table.',
};

const ROWS_HINT = 'Columns: key, activityId, openId, type, points, data, at';

/** Where the rows come from that the node has given before. */
export const rowsKnownFields: INodeProperties[] = rowsFields({
	label: 'Known Rows',
	name: 'rows',
	hint: ROWS_HINT,
});

const FIRST_INPUT: INodePropertyOptions = {
	name: 'First Input',
	value: 'firstInput',
	description: 'The items themselves are the rows; there is one result for all of them',
};

/** The same, for what looks at all rows at once: they may simply be the items. */
export const allRowsFields: INodeProperties[] = rowsKnownFields.map((field) =>
	field.name === 'rowsFrom'
		? { ...field, options: [FIRST_INPUT, ...(field.options ?? [])], default: FIRST_INPUT.value }
		: field,
);

type Entries = Array<INodePropertyOptions | INodeProperties | INodePropertyCollection>;

const nameOf = (entry: Entries[number]): string =>
	('displayName' in entry ? entry.displayName : entry.name).toLowerCase();

const sorted = (fields: Entries): Entries => sortBy(fields, nameOf);

/** The collection of what is optional, always with *Now*. */
export const withNow = (...fields: INodeProperties[]): INodeProperties =>
	optionsField(sorted([...fields, nowField]));

/** For input items that are neither items of the trigger nor rows with the usual columns. */
export const eventField: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description:
		'What happened. Items of the trigger and rows with the columns openId, key, at and text need nothing here.',
	options: [
		{
			displayName: 'Event Key',
			name: 'key',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.wechat.dedupeKey }}',
			description: 'The same for a repeated delivery and for no other event',
		},
		{
			displayName: 'OpenID',
			name: 'openId',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.wechat.openId }}',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			default: '',
			description: 'What the person wrote or chose',
		},
		{
			displayName: 'Time',
			name: 'at',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
		},
	],
};

function timeField(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
		description,
	};
}

export const startsAtField = timeField('Starts At', 'startsAt', 'Events before it do not count');

export const endsAtField = timeField('Ends At', 'endsAt', 'Events from this time on do not count');

export { timeField };

export function numberField(
	displayName: string,
	name: string,
	value: number,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'number', default: value, description };
}

interface ListTexts {
	displayName: string;
	name: string;
	/** One entry, in the singular. */
	entry: string;
	hint: string;
}

/** A list of entries that is filled in here. */
export function entriesField(
	{ displayName, name, entry, hint }: ListTexts,
	values: INodeProperties[],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: `Add ${entry}`,
		default: {},
		description: hint,
		options: [{ displayName: 'Entry', name: 'entry', values }],
	};
}

/** A list that is filled in here or comes as JSON, for instance from a table. */
export function listFields(texts: ListTexts, values: INodeProperties[]): INodeProperties[] {
	const { displayName, name, hint } = texts;
	return [
		{
			displayName: `${displayName} From`,
			name: `${name}From`,
			type: 'options',
			options: [
				{ name: 'Define Below', value: 'fields', description: 'Filled in field by field' },
				{
					name: 'JSON or Expression',
					value: 'json',
					description: 'A list written here, or taken from an earlier node by an expression',
				},
			],
			default: 'fields',
		},
		{
			...entriesField({ ...texts, name: `${name}Defined` }, values),
			displayOptions: { show: { [`${name}From`]: ['fields'] } },
		},
		{
			displayName,
			name,
			type: 'json',
			default: '[]',
			displayOptions: { show: { [`${name}From`]: ['json'] } },
			placeholder: "e.g. {{ $('Get rows').all() }}",
			hint,
		},
	];
}

export const prizeFields: INodeProperties[] = listFields(
	{ displayName: 'Prizes', name: 'prizes', entry: 'Prize', hint: 'Columns: name, quantity' },
	[
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Coffee mug',
		},
		numberField('Quantity', 'quantity', 1, 'Number of units'),
	],
);

export const tiersField: INodeProperties = entriesField(
	{
		displayName: 'Prize Tiers',
		name: 'tiers',
		entry: 'Tier',
		hint: 'Rewards by points, for instance for taking part, for advanced players and the grand prize',
	},
	[
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		numberField('Points From', 'minPoints', 0, 'Fewest points for this tier'),
	],
);
