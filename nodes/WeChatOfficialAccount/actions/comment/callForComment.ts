import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { articleBody, type ArticleRef } from '../../../shared/article/articleRef';
import { weChatRequest } from '../../../shared/transport/request';
import { articleOf } from '../../descriptions/article';
import { requiredDigits } from '../../descriptions/fields';

export const commentIdField: INodeProperties = {
	displayName: 'Comment ID',
	name: 'userCommentId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 17',
	description: 'The userCommentId of the comment trigger or of Get Many',
};

/** The id goes out as the number it is, unless a number could not hold it. */
function idValue(text: string): number | string {
	const value = Number(text);
	return Number.isSafeInteger(value) ? value : text;
}

/** Calls `comment/<endpoint>` for the chosen article. */
export async function callForArticle(
	ctx: IExecuteFunctions,
	itemIndex: number,
	endpoint: string,
	extra: IDataObject = {},
): Promise<ArticleRef> {
	const article = articleOf(ctx, itemIndex);
	await weChatRequest(ctx, {
		method: 'POST',
		path: `/cgi-bin/comment/${endpoint}`,
		body: { ...articleBody(article), ...extra },
	});
	return article;
}

/**
 * Calls `comment/<endpoint>` for the chosen comment.
 *
 * @returns the fields that say which comment it was
 */
export async function callForComment(
	ctx: IExecuteFunctions,
	itemIndex: number,
	endpoint: string,
	extra: IDataObject = {},
): Promise<IDataObject> {
	const userCommentId = requiredDigits(ctx, 'userCommentId', 'Comment ID', itemIndex);
	const article = await callForArticle(ctx, itemIndex, endpoint, {
		user_comment_id: idValue(userCommentId),
		...extra,
	});
	return { ...article, userCommentId };
}
