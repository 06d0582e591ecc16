import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { knownRows } from '../shared/engagement/rows';
import type { Row } from '../shared/rows/row';

/** A small library that needs no table of its own. */
export const keywordTable: INodeProperties = {
	displayName: 'Keyword Table',
	name: 'keywordTable',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Keyword',
	default: {},
	displayOptions: { show: { keywordsFrom: ['table'] } },
	options: [
		{
			displayName: 'Keyword',
			name: 'row',
			values: [
				{
					displayName: 'Exclude',
					name: 'exclude',
					type: 'string',
					default: '',
					placeholder: 'e.g. 龙井虾仁',
					description: 'Words that rule the keyword out, separated by commas',
				},
				{
					displayName: 'Keyword',
					name: 'keyword',
					type: 'string',
					default: '',
					placeholder: 'e.g. 优惠券',
				},
				{
					displayName: 'Level',
					name: 'level',
					type: 'options',
					options: [
						{ name: 'Brand', value: 'brand' },
						{ name: 'Function', value: 'function' },
						{ name: 'Product', value: 'product' },
					],
					default: 'function',
				},
				{
					displayName: 'Priority',
					name: 'priority',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'Factor of the score; more wins over other keywords in the same message',
				},
				{
					displayName: 'Questions',
					name: 'questions',
					type: 'string',
					default: '',
					placeholder: 'e.g. 我领的券在哪里看',
					description: 'Whole questions that this keyword answers, separated by commas',
				},
				{
					displayName: 'Reply',
					name: 'reply',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. 点菜单“会员-领券中心”领取',
					hint: 'Several replies are separated by a line of three hyphens; one is chosen at random',
				},
				{
					displayName: 'Variants',
					name: 'variants',
					type: 'string',
					default: '',
					placeholder: 'e.g. 代金券, 领*券',
					description:
						'Other words for the keyword, separated by commas. * stands for up to six characters.',
				},
			],
		},
	],
};

/** The rows of the library, from wherever the node is told to take them. */
export function libraryRows(ctx: IExecuteFunctions): Row[] {
	return ctx.getNodeParameter('keywordsFrom', 0) === 'table'
		? (ctx.getNodeParameter('keywordTable.row', 0, []) as IDataObject[])
		: knownRows(ctx, 'keywords', 'Keywords');
}
