import { articleKey, type ArticleRef } from '../article/articleRef';

/** Identifies a comment in every table. */
export const commentKey = (article: ArticleRef, userCommentId: string): string =>
	`comment:${articleKey(article)}:${userCommentId}`;

/** The key under which the answer to a comment goes out, in the table of what was sent. */
export const replyKey = (key: string): string => `commentReply:${key}`;
