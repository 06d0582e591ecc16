import type { INodeProperties } from 'n8n-workflow';
import { nowField, optionsField } from '../shared/engagement/fields';
import { rowsFields } from '../shared/engagement/rows';
import { DEFAULT_SETTINGS } from './engine/router';
import { keywordTable } from './keywordTable';

const { answerFrom, offerFrom, mostCandidates, levelWeights } = DEFAULT_SETTINGS;
const { brand: brandWeight, product: productWeight, function: functionWeight } = levelWeights;

/** Shows fields only for some operations, besides what else they depend on. */
function onlyFor(operations: string[], fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, operation: operations } },
	}));
}

const SHARE = { typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 } };
const WEIGHT = { typeOptions: { minValue: 0, numberPrecision: 2 } };

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Audit',
			value: 'audit',
			action: 'Audit the keyword library',
			description:
				'Find keywords that are dead, outdated, contradictory, overlapping or without a reply, and the share of messages answered',
		},
		{
			name: 'Learn',
			value: 'learn',
			action: 'Learn keywords from unanswered questions',
			description: 'Group what was asked and not answered, and propose keywords for it',
		},
		{
			name: 'Route',
			value: 'route',
			action: 'Route messages by keyword',
			description: 'Find the keyword and the reply for each message',
		},
	],
	default: 'route',
};

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '={{ $json.Content ?? $json.text }}',
	required: true,
	placeholder: 'e.g. 龙井多少钱',
	description: 'What the follower wrote',
};

const hits = rowsFields({
	label: 'Earlier Hits',
	name: 'hits',
	hint: 'Needed for cooldowns and replies in turn; may be empty. Columns: key, openId, at, status, keywordId, as given on the output Rows to Store',
	input: 'Third',
});

const days: INodeProperties = {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30,
	description: 'How many days back from now the rows of the first input count',
};

const routeOptions: INodeProperties[] = [
	{
		displayName: 'Answer From',
		name: 'answerFrom',
		type: 'number',
		default: answerFrom,
		description: 'How much a question has to resemble one of the library to be answered',
		...SHARE,
	},
	{
		displayName: 'Candidates',
		name: 'mostCandidates',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: mostCandidates,
		description: 'How many keywords are offered when none is sure',
	},
	{
		displayName: 'Candidates Footer',
		name: 'footer',
		type: 'string',
		default: '都不是？回复“人工”，为您转接客服',
		description: 'The line below the candidates',
	},
	{
		displayName: 'Candidates Heading',
		name: 'heading',
		type: 'string',
		default: '您是不是想问：',
		description: 'The line above the candidates',
	},
	{
		displayName: 'Hand-Over Text',
		name: 'handOver',
		type: 'string',
		default: '好的，正在为您转接人工客服，请稍等～',
		description: 'What a follower reads when a person takes over',
	},
	nowField,
	{
		displayName: 'Offer From',
		name: 'offerFrom',
		type: 'number',
		default: offerFrom,
		description: 'How much a question has to resemble one of the library to be offered',
		...SHARE,
	},
	{
		displayName: 'Weight of Brand',
		name: 'brand',
		type: 'number',
		default: brandWeight,
		description: 'How much a keyword counts that names the brand',
		...WEIGHT,
	},
	{
		displayName: 'Weight of Function',
		name: 'function',
		type: 'number',
		default: functionWeight,
		description: 'How much a keyword counts that names what can be done or asked',
		...WEIGHT,
	},
	{
		displayName: 'Weight of Product',
		name: 'product',
		type: 'number',
		default: productWeight,
		description: 'How much a keyword counts that names a product',
		...WEIGHT,
	},
];

const learnOptions: INodeProperties[] = [
	{
		displayName: 'Asked at Least',
		name: 'leastCount',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3,
		description: 'How often something was asked before it is proposed',
	},
	nowField,
	{
		displayName: 'Similarity',
		name: 'similarity',
		type: 'number',
		default: 0.4,
		description: 'How much two questions have to resemble each other to be about the same',
		...SHARE,
	},
];

export const routerProperties: INodeProperties[] = [
	operation,
	...onlyFor(['route'], [text]),
	...rowsFields({
		label: 'Keywords',
		name: 'keywords',
		hint: 'Columns: keyword, reply; as needed key, level (brand, product, function), variants, questions, exclude, priority, enabled, validFrom, validTo, replyMode, replyType, mediaId, cooldownMinutes',
		moreSources: [
			{
				name: 'Table in This Node',
				value: 'table',
				description: 'Keywords filled in below',
			},
		],
	}),
	keywordTable,
	...onlyFor(['route'], hits),
	...onlyFor(['audit', 'learn'], [days]),
	...onlyFor(['route'], [optionsField(routeOptions)]),
	...onlyFor(['learn'], [optionsField(learnOptions)]),
	...onlyFor(['audit'], [optionsField([nowField])]),
];
