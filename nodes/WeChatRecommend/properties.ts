import type { INodeProperties } from 'n8n-workflow';
import { nowField } from '../shared/engagement/fields';
import { rowsFields } from '../shared/engagement/rows';

const RECOMMEND = { show: { operation: ['recommend'] } };

/** What all weights have in common. */
const WEIGHT = { typeOptions: { minValue: 0, numberPrecision: 2 } };

export const recommendProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Evaluate',
				value: 'evaluate',
				action: 'Evaluate recommendations on the history',
				description:
					'Hide the last thing everyone took up, and count how often it would have been recommended',
			},
			{
				name: 'Recommend',
				value: 'recommend',
				action: 'Recommend content or offers',
				description: 'Choose content or offers for the person of each item',
			},
		],
		default: 'recommend',
	},
	...rowsFields({
		label: 'Catalogue',
		name: 'catalogue',
		hint: 'Columns: itemId, title; as needed tags, category, url, picUrl, publishedAt, validFrom, validTo, popularity, audience',
	}),
	...rowsFields({
		label: 'History',
		name: 'history',
		hint: 'Columns: openId, itemId, at, kind (shown, read, clicked, shared, bought, dismissed …); as needed key. May be empty.',
		input: 'Third',
	}),
	{
		displayName: 'Number of Results',
		name: 'count',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: 3,
		description: 'How many recommendations a person gets at most',
	},
	{
		displayName: 'Weights',
		name: 'weights',
		type: 'collection',
		placeholder: 'Add weight',
		default: {},
		options: [
			{
				displayName: 'Fresh',
				name: 'fresh',
				type: 'number',
				default: 0.3,
				description: 'How much it counts that something is new',
				...WEIGHT,
			},
			{
				displayName: 'Popular',
				name: 'popular',
				type: 'number',
				default: 0.3,
				description: 'How much it counts that many people took something up',
				...WEIGHT,
			},
			{
				displayName: 'Read Together',
				name: 'together',
				type: 'number',
				default: 1,
				description: 'How much it counts that people who read the same things read this',
				...WEIGHT,
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'number',
				default: 1,
				description: "How much it counts that tags fit the person's interests",
				...WEIGHT,
			},
		],
	},
	{
		displayName: 'Texts',
		name: 'texts',
		type: 'collection',
		placeholder: 'Add text',
		default: {},
		displayOptions: RECOMMEND,
		options: [
			{
				displayName: 'Heading',
				name: 'heading',
				type: 'string',
				default: '为您推荐：',
			},
			{
				displayName: 'Reason: Fresh',
				name: 'fresh',
				type: 'string',
				default: '最新上线',
			},
			{
				displayName: 'Reason: Popular',
				name: 'popular',
				type: 'string',
				default: '大家都在看',
			},
			{
				displayName: 'Reason: Read Together',
				name: 'together',
				type: 'string',
				default: '因为您看过《{title}》',
				hint: '{title} becomes what the person read before',
			},
			{
				displayName: 'Reason: Tags',
				name: 'tags',
				type: 'string',
				default: '因为您关注“{tag}”',
				hint: '{tag} becomes the tag that fits best',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Diversity',
				name: 'diversity',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
				default: 0.3,
				description:
					'From 0, the best by score alone, to 1, as little as possible about the same tags',
			},
			{
				displayName: 'Exclude Item IDs',
				name: 'exclude',
				type: 'string',
				default: '',
				placeholder: 'e.g. article-12, coupon-3',
				displayOptions: { show: { '/operation': ['recommend'] } },
				description: 'Comma-separated IDs of the catalogue that must not come',
			},
			{
				displayName: 'Fresh Half-Life (Days)',
				name: 'freshHalfLife',
				type: 'number',
				typeOptions: { minValue: 0.1, numberPrecision: 1 },
				default: 14,
				description: 'After how many days something is half as fresh',
			},
			{
				displayName: 'Interest Half-Life (Days)',
				name: 'interestHalfLife',
				type: 'number',
				typeOptions: { minValue: 0.1, numberPrecision: 1 },
				default: 30,
				description: 'After how many days what a person read counts half',
			},
			{
				displayName: 'May Repeat What Is Known',
				name: 'repeatKnown',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/operation': ['recommend'] } },
				description:
					"Whether what a person has read, clicked or bought may come again when the days of 'No Repeat' are over",
			},
			{
				displayName: 'No Repeat (Days)',
				name: 'noRepeatDays',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 30,
				displayOptions: { show: { '/operation': ['recommend'] } },
				description: 'For how many days what was shown does not come again; 0 for no such rule',
			},
			nowField,
		],
	},
];
