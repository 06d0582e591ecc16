import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { articleBody, type ArticleRef } from '../../../shared/article/articleRef';
import { callForComment as call } from '../../../shared/comment/comments';
import { weChatRequest } from '../../../shared/transport/request';
import { digits, type ValuesOf } from '../../../shared/operations/fields';
import { article } from '../../descriptions/locators';

/** Which comment: its article, and its ID there. */
export const oneComment = {
	article,
	userCommentId: digits('Comment ID', {
		placeholder: 'e.g. 17',
		description: 'The userCommentId of the comment trigger or of Get Many',
	}),
};

/** Tells an article apart from all others of the account. */
export const articleId = ({ msgDataId, index }: ArticleRef): string => `${msgDataId}-${index}`;

/** Tells a comment apart from all others of the account. */
export const commentId = ({ article, userCommentId }: ValuesOf<typeof oneComment>): string =>
	`${articleId(article)}-${userCommentId}`;

/** Calls `comment/<endpoint>` for an article. */
export async function callForArticle(
	ctx: IExecuteFunctions,
	article: ArticleRef,
	endpoint: string,
	extra: IDataObject = {},
): Promise<ArticleRef> {
	await weChatRequest(ctx, {
		method: 'POST',
		path: `/cgi-bin/comment/${endpoint}`,
		body: { ...articleBody(article), ...extra },
	});
	return article;
}

/**
 * Calls `comment/<endpoint>` for a comment.
 *
 * @returns the fields that say which comment it was
 */
export async function callForComment(
	ctx: IExecuteFunctions,
	comment: ValuesOf<typeof oneComment>,
	endpoint: string,
	extra: IDataObject = {},
): Promise<IDataObject> {
	const { article, userCommentId } = comment;
	await call(ctx, { article, userCommentId }, endpoint, extra);
	return { ...article, userCommentId };
}
