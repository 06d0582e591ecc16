import type { IDataObject } from 'n8n-workflow';
import type { ArticleRef } from '../article/articleRef';
import type { NewRow } from '../records/table';
import type { comments } from '../records/tables/comments';
import { WeChatApiError } from '../transport/errors';
import type { RequestContext } from '../transport/types';
import { callForComment } from './comments';
import { commentKey } from './keys';

/** WeChat does not say how long an answer may be; 600 characters have been accepted. */
export const LONGEST_REPLY = 600;
/** What the table of what was sent calls it. */
export const COMMENT_ANSWER = 'Answer to a comment';
/** A comment takes one answer, and has it. */
const ANSWERED_ALREADY = 88005;

/** A comment of WeChat's. */
export interface CommentRef {
	article: ArticleRef;
	userCommentId: string;
}

/** What WeChat made of an answer. */
export interface Answered extends IDataObject {
	reply: string;
	/** Whether there was an answer before: of a person, or of a run that was killed. */
	wasAnswered: boolean;
}

/** Sends an answer, which all readers see; that there is one already is no error. */
export async function answerComment(
	ctx: RequestContext,
	comment: CommentRef,
	text: string,
): Promise<Answered> {
	try {
		await callForComment(ctx, comment, 'reply/add', { content: text });
		return { reply: text, wasAnswered: false };
	} catch (error) {
		const isAnswered = error instanceof WeChatApiError && error.errcode === ANSWERED_ALREADY;
		return isAnswered ? { reply: '', wasAnswered: true } : await Promise.reject(error);
	}
}

/** Identifies a comment and says where it is, in the table of comments. */
export const placeColumns = ({ article, userCommentId }: CommentRef) => ({
	key: commentKey(article, userCommentId),
	msgDataId: article.msgDataId,
	articleIndex: article.index,
	userCommentId,
});

/** What is noted at a comment that was answered. @param by `flow` or `person` */
export const answeredRow = (
	comment: CommentRef,
	{ reply, at, by }: { reply: string; at: number; by: string },
): NewRow<typeof comments> => ({
	...placeColumns(comment),
	isOpen: false,
	state: 'answered',
	reply,
	repliedAt: at,
	repliedBy: by,
});
