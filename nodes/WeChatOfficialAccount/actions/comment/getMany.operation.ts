import {
	COMMENTS_PER_CALL,
	listComments,
	toComment,
	type CommentFilter,
	type RawComment,
} from '../../../shared/comment/comments';
import { collectPages } from '../../../shared/transport/paging';
import { articleFields, articleOf } from '../../descriptions/article';
import { isSimplified, limitOf, returnAllFields, simplifyField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

/** WeChat: comment/list, 49 a page. */
export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many comments',
		description: 'Get many comments of an article',
	},
	endpoints: ['POST /cgi-bin/comment/list'],
	limits: '49 comments per call',
	properties: [
		...articleFields,
		...returnAllFields,
		{
			displayName: 'Filter',
			name: 'filter',
			type: 'options',
			options: [
				{ name: 'All Comments', value: 'all' },
				{ name: 'Elected Only', value: 'elected' },
				{ name: 'Not Elected Only', value: 'normal' },
			],
			default: 'all',
		},
		simplifyField,
	],
	async execute(ctx, itemIndex) {
		const article = articleOf(ctx, itemIndex);
		const filter = ctx.getNodeParameter('filter', itemIndex, 'all') as CommentFilter;
		const limit = limitOf(ctx, itemIndex);
		const count = Math.min(limit ?? COMMENTS_PER_CALL, COMMENTS_PER_CALL);
		const comments = await collectPages<RawComment, number>(async (begin = 0) => {
			const { comments: entries, total } = await listComments(ctx, article, {
				begin,
				count,
				filter,
			});
			const next = begin + entries.length;
			return { entries, next: next < total ? next : undefined };
		}, limit);
		return isSimplified(ctx, itemIndex)
			? comments.map((comment) => toComment(comment, article))
			: comments;
	},
};
