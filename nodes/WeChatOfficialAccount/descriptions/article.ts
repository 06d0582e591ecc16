import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { parseArticleRef, type ArticleRef } from '../../shared/article/articleRef';
import { requiredText } from './fields';

/** Which article: from the list of recent ones, by its ID, or by its long URL. */
export const articleFields: INodeProperties[] = [
	{
		displayName: 'Article',
		name: 'article',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The article that was commented on',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				hint: 'Articles of the last seven days, today not included',
				typeOptions: { searchListMethod: 'searchArticles', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 2247490098',
				hint: 'The msg_data_id, e.g. from a broadcast or from the comment trigger',
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1&sn=ab12',
				hint: 'The long URL with mid= and idx=',
			},
		],
	},
	{
		displayName: 'Article Index',
		name: 'index',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 7 },
		default: 0,
		displayOptions: { show: { '/article.mode': ['id'] } },
		description: 'Position of the article in its publication, counted from 0',
	},
];

export function articleOf(ctx: IExecuteFunctions, itemIndex: number): ArticleRef {
	const text = requiredText(ctx, 'article', 'Article', itemIndex, { extractValue: true });
	return parseArticleRef(text, Number(ctx.getNodeParameter('index', itemIndex, 0)));
}
