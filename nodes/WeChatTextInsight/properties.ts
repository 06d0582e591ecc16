import type { INodeProperties } from 'n8n-workflow';
import { nowField } from '../shared/engagement/fields';

const forOperation = (...operation: string[]) => ({ show: { operation } });

const limitField: INodeProperties = {
	displayName: 'Max Words',
	name: 'maxWords',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Most words to give, those with the highest score first',
};

const textField: INodeProperties = {
	displayName: 'Text Column',
	name: 'textColumn',
	type: 'string',
	default: 'text',
	required: true,
	placeholder: 'e.g. content',
	displayOptions: forOperation('hotWords', 'train'),
	description: 'Field of the items that holds the text',
	requiresDataPath: 'single',
};

export const textInsightProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'analyze',
		options: [
			{
				name: 'Analyze',
				value: 'analyze',
				action: 'Analyze texts',
				description:
					'Mood, question, intent, urgency, contact data and sensitive words of each text',
			},
			{
				name: 'Hot Words',
				value: 'hotWords',
				action: 'Find hot words',
				description: 'Frequent and new words of a period, compared with the time before',
			},
			{
				name: 'Train',
				value: 'train',
				action: 'Train a model on labelled texts',
				description: 'Learn from your own labelled comments; the model goes into a table',
			},
		],
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. {{ $json.comment }}',
		displayOptions: forOperation('analyze'),
		description:
			'The comment or message. Leave empty to take it from the item: content (comment trigger), Content (message trigger) or text.',
	},
	textField,
	{
		displayName: 'Label Column',
		name: 'labelColumn',
		type: 'string',
		default: 'label',
		required: true,
		placeholder: 'e.g. label',
		displayOptions: forOperation('train'),
		description: 'Field of the items that holds what a person has decided',
		hint: 'positive, neutral and negative (or 1, 0, -1) train the mood; other labels, for example departments, are added to the mood',
		requiresDataPath: 'single',
	},
	{
		displayName: 'Model Key',
		name: 'modelKey',
		type: 'string',
		default: 'default',
		required: true,
		placeholder: 'e.g. comments',
		displayOptions: forOperation('train'),
		description: 'Name under which the row is stored; training again with the same key replaces it',
	},
	{
		displayName: 'Time Column',
		name: 'timeColumn',
		type: 'string',
		default: 'at',
		required: true,
		placeholder: 'e.g. createdAt',
		displayOptions: forOperation('hotWords'),
		description: 'Field of the items that holds the time of the text',
		requiresDataPath: 'single',
	},
	{
		displayName: 'Period (Days)',
		name: 'periodDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 7,
		displayOptions: forOperation('hotWords'),
		description:
			'Texts of so many days up to now are looked at, older ones are what they are compared with. 0 looks at all texts, whatever their time.',
	},
	{
		displayName: 'Compare With',
		name: 'compareWith',
		type: 'options',
		default: 'earlier',
		displayOptions: forOperation('hotWords'),
		options: [
			{
				name: 'Earlier Texts',
				value: 'earlier',
				description: 'The older items; without any, general Chinese',
			},
			{
				name: 'General Chinese',
				value: 'general',
				description: 'The word frequencies of the dictionary',
			},
		],
		description: 'What makes a frequent word a hot one',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forOperation('analyze'),
		options: [
			{
				displayName: 'Built-in Sensitive Words',
				name: 'builtInSensitiveWords',
				type: 'boolean',
				default: true,
				description:
					'Whether to look for abuse, fraud, gambling, drugs, adult content, weapons, self-harm, advertising and private data with the lists of the node',
			},
			{
				displayName: 'Mask Contact Data',
				name: 'maskContacts',
				type: 'boolean',
				default: true,
				description: 'Whether to hide the middle of phone numbers, WeChat IDs and addresses',
			},
			{
				displayName: 'Model',
				name: 'model',
				type: 'string',
				typeOptions: { rows: 2 },
				default: '',
				placeholder: "e.g. {{ $('Get model').first().json.model }}",
				description: "The column 'model' of a row that Train gave. The first item decides for all.",
			},
			{
				displayName: 'Sensitive Words',
				name: 'sensitiveWords',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. competitor: Brand X',
				description:
					'Your own words to watch for, one per line, if you like with a category and a colon before them',
			},
			{
				displayName: 'Unsure Below',
				name: 'unsureBelow',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0.6,
				description:
					'Texts judged with less confidence go to the output Unsure, for a person or a language model. 0 sends nothing there.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forOperation('hotWords'),
		options: [
			{
				displayName: 'Ignored Words',
				name: 'ignoredWords',
				type: 'string',
				typeOptions: { rows: 2 },
				default: '',
				placeholder: 'e.g. words between spaces or commas',
				description: 'Words never to give, for example your own brand',
			},
			limitField,
			{
				displayName: 'Min Texts',
				name: 'minTexts',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 3,
				description: 'Fewest texts that a word has to stand in',
			},
			nowField,
			{
				displayName: 'User Dictionary',
				name: 'userWords',
				type: 'string',
				typeOptions: { rows: 2 },
				default: '',
				placeholder: 'e.g. product names between spaces or commas',
				description: 'Words to keep together, such as names of products and people',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: forOperation('train'),
		options: [nowField],
	},
];
