import orderBy from 'lodash/orderBy';
import {
	COMMENTS_PER_CALL,
	listComments,
	toComment,
	type RawComment,
} from '../../../shared/comment/comments';
import { collectPages } from '../../../shared/transport/paging';
import { choice } from '../../../shared/operations/fields';
import { limit, simplify } from '../../descriptions/common';
import { article } from '../../descriptions/locators';
import { itemOperation } from '../operation';

/** By time; the id decides between comments of one second: of two, the longer one is the later one. */
function latestFirst(comments: RawComment[]): RawComment[] {
	const id = ({ user_comment_id }: RawComment) => String(user_comment_id);
	const length = (comment: RawComment) => id(comment).length;
	return orderBy(comments, ['create_time', length, id], ['desc', 'desc', 'desc']);
}

/** WeChat: comment/list, 49 a page. */
export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many comments',
		description: 'Get many comments of an article',
	},
	endpoints: ['POST /cgi-bin/comment/list'],
	limits: '49 comments per call',
	fields: {
		article,
		limit,
		filter: choice(
			'Filter',
			[
				{ name: 'All Comments', value: 'all' },
				{ name: 'Featured Only', value: 'elected' },
				{ name: 'Not Featured Only', value: 'normal' },
			],
			'all',
		),
		order: choice(
			'Order',
			[
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
			'latestFirst',
		),
		simplify,
	},
	async execute(ctx, { article, limit, filter, order, simplify }) {
		const isLatestFirst = order === 'latestFirst';
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
		return simplify ? comments.map((comment) => toComment(comment, article)) : comments;
	},
});
