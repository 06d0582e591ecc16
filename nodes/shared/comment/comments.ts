import type { IDataObject } from 'n8n-workflow';
import { articleBody, type ArticleRef } from '../article/articleRef';
import { isoFromSeconds } from '../calendar/shanghaiDay';
import { jsonInteger } from '../json';
import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';

/** WeChat's field table refuses 50 and more. */
export const COMMENTS_PER_CALL = 49;

/** Which comments to list (WeChat: comment/list, `type`). */
export const COMMENT_FILTER = { all: 0, normal: 1, elected: 2 } as const;

export type CommentFilter = keyof typeof COMMENT_FILTER;

/** A comment as WeChat sends it. */
export interface RawComment extends IDataObject {
	user_comment_id: number | string;
	/** Missing when the person commented under another identity than WeChat's. */
	openid?: string;
	/** Epoch seconds. */
	create_time: number;
	content: string;
	/** 1 for an elected comment (精选). */
	comment_type: number;
	reply?: { content: string; create_time: number };
}

export interface CommentPage {
	total: number;
	comments: RawComment[];
	/** Whether WeChat counts comments that it does not list, as it has been seen to do (`comment_cnt`). */
	isShort: boolean;
}

/** One page of an article's comments; the order is not documented by WeChat. */
export async function listComments(
	ctx: RequestContext,
	article: ArticleRef,
	{ begin, count = COMMENTS_PER_CALL, filter = 'all' }: CommentPageRequest,
): Promise<CommentPage> {
	const {
		total = 0,
		comment,
		comment_cnt: counted = total,
	} = await weChatRequest<{ total?: number; comment?: RawComment[]; comment_cnt?: number }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/comment/list',
		body: { ...articleBody(article), begin, count, type: COMMENT_FILTER[filter] },
		safe: true,
	});
	return { total, comments: Array.isArray(comment) ? comment : [], isShort: counted > total };
}

/** Whether a comment has an ID that can be written down; one of another kind could not be told from others. */
export function isSound(comment: RawComment): boolean {
	return /^\d+$/.test(String(comment.user_comment_id));
}

/** Calls `comment/<endpoint>` for a comment of an article. */
export async function callForComment(
	ctx: RequestContext,
	{ article, userCommentId }: { article: ArticleRef; userCommentId: string },
	endpoint: string,
	extra: IDataObject = {},
): Promise<void> {
	await weChatRequest(ctx, {
		method: 'POST',
		path: `/cgi-bin/comment/${endpoint}`,
		body: { ...articleBody(article), user_comment_id: jsonInteger(userCommentId), ...extra },
	});
}

export interface CommentPageRequest {
	begin: number;
	count?: number;
	filter?: CommentFilter;
}

/** A comment in the words of the package: times in ISO 8601, what is asked most often as booleans. */
export interface Comment extends IDataObject {
	userCommentId: string;
	msgDataId: string;
	index: number;
	openId: string | null;
	content: string;
	createdAt: string;
	isElected: boolean;
	isReplied: boolean;
	reply: { content: string; createdAt: string } | null;
}

export function toComment(raw: RawComment, { msgDataId, index }: ArticleRef): Comment {
	const { reply } = raw;
	return {
		userCommentId: String(raw.user_comment_id),
		msgDataId,
		index,
		openId: raw.openid ?? null,
		content: raw.content,
		createdAt: isoFromSeconds(raw.create_time),
		isElected: raw.comment_type === 1,
		isReplied: Boolean(reply?.content),
		reply: reply?.content
			? { content: reply.content, createdAt: isoFromSeconds(reply.create_time) }
			: null,
	};
}
