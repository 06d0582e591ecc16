import orderBy from 'lodash/orderBy';
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

/** By time; the id decides between comments of one second. */
function latestFirst(comments: RawComment[]): RawComment[] {
	const id = ({ user_comment_id }: RawComment) => Number(user_comment_id);
	return orderBy(comments, ['create_time', id], ['desc', 'desc']);
}

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
		{
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{
					name: 'As WeChat Lists Them',
					value: 'asListed',
					description: 'Reads no more pages than the limit needs',
				},
				{
					name: 'Latest First',
					value: 'latestFirst',
					description: 'Reads all pages, since WeChat does not say in which order it lists',
				},
			],
			default: 'latestFirst',
		},
		simplifyField,
	],
	async execute(ctx, itemIndex) {
		const article = articleOf(ctx, itemIndex);
		const filter = ctx.getNodeParameter('filter', itemIndex, 'all') as CommentFilter;
		const isLatestFirst = ctx.getNodeParameter('order', itemIndex, 'latestFirst') !== 'asListed';
		const limit = limitOf(ctx, itemIndex);
		const needed = isLatestFirst ? undefined : limit;
		const count = Math.min(needed ?? COMMENTS_PER_CALL, COMMENTS_PER_CALL);
		const listed = await collectPages<RawComment, number>(async (begin = 0) => {
			const { comments: entries, total } = await listComments(ctx, article, {
				begin,
				count,
				filter,
			});
			const next = begin + entries.length;
			return { entries, next: next < total ? next : undefined };
		}, needed);
		const comments = isLatestFirst ? latestFirst(listed).slice(0, limit) : listed;
		return isSimplified(ctx, itemIndex)
			? comments.map((comment) => toComment(comment, article))
			: comments;
	},
};
