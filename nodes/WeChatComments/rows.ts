import type { IDataObject } from 'n8n-workflow';
import { articleKey, type ArticleRef } from '../shared/article/articleRef';
import type { RowOf } from '../shared/records/table';
import type { comments } from '../shared/records/tables/comments';
import { cutText } from '../shared/text/longest';

/** Characters of a comment in a line for the staff. */
const LONGEST_IN_SUMMARY = 60;

/** Identifies an article in the table of those that are watched. */
export const watchKey = (article: ArticleRef): string => `article:${articleKey(article)}`;

const iso = (epoch: number | null): string | null =>
	epoch === null ? null : new Date(epoch).toISOString();

const HEADLINES: Readonly<Record<string, string>> = {
	new: '新留言',
	answered: '已在后台回复的留言',
	deleted: '已删除的留言',
};

/** A line that staff can read. */
function summaryOf({ articleTitle, content, state }: RowOf<typeof comments>): string {
	const title = articleTitle === '' ? '' : `《${articleTitle}》`;
	return `${title}${HEADLINES[state] ?? '留言'}：${cutText(content, LONGEST_IN_SUMMARY)}`;
}

/**
 * A comment as an item: named as those of *WeChat Comment Trigger*, and with `wechat` as the items of the message
 * trigger have it, so that the nodes behind keep their records of it under its key.
 */
export function toItem(row: RowOf<typeof comments>, appId: string, now: number): IDataObject {
	const { key, openId, msgDataId, userCommentId, content, commentedAt, reply } = row;
	return {
		userCommentId,
		msgDataId,
		index: row.articleIndex ?? 0,
		articleId: row.articleId,
		openId: openId === '' ? null : openId,
		content,
		createdAt: iso(commentedAt),
		ageMinutes: Math.max(0, Math.floor((now - (commentedAt ?? now)) / 60_000)),
		articleTitle: row.articleTitle,
		articleUrl: row.articleUrl,
		isElected: row.isElected,
		isReplied: reply !== '',
		commentReply: reply === '' ? null : { content: reply, createdAt: iso(row.repliedAt) },
		summary: summaryOf(row),
		wechat: {
			kind: 'comment',
			openId,
			appId,
			dedupeKey: key,
			// What deadlines count from.
			receivedAt: iso(commentedAt),
		},
	};
}
