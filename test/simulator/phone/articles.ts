import type { Platform } from '../platform';
import type { Article, Comment, State } from '../state';
import { refOf } from './content';
import { paragraphsOf } from './paragraphs';
import type { ArticleRef, ArticleView } from './types';
import { nameOf } from './view';

const MOST = 50;

/** Articles that readers find, newest first. */
export function articlesOf({ state }: Platform): Array<ArticleRef & { title: string }> {
	return state.articles
		.slice(-MOST)
		.reverse()
		.map((article) => ({ ...refOf(article), title: article.title }));
}

function writerOf(state: State, { openId = '' }: Comment): string {
	const follower = state.followers.get(openId);
	return follower ? nameOf(state, follower) : openId;
}

function viewOf(state: State, article: Article, reader: string): ArticleView {
	// As in WeChat, a reader sees what was featured, and what is of the reader's own.
	const shown = article.comments.filter(
		({ isDeletedByUser, isElected, openId }) =>
			!isDeletedByUser && (isElected || openId === reader),
	);
	return {
		...refOf(article),
		title: article.title,
		publishedOn: article.publishedOn,
		paragraphs: paragraphsOf(article.content ?? ''),
		isCommentable: article.isCommentable && state.account.hasComments,
		comments: shown.map((comment) => ({
			id: comment.id,
			name: writerOf(state, comment),
			content: comment.content,
			isOwn: comment.openId === reader,
			isFeatured: comment.isElected,
			reply: comment.reply?.content,
		})),
	};
}

/**
 * An article as a reader sees it, found by its ID or its address.
 *
 * @throws when there is none
 */
export function articleOf({ state }: Platform, query: URLSearchParams): ArticleView {
	const url = query.get('url');
	const [id, index] = [Number(query.get('msgDataId')), Number(query.get('index') ?? 0)];
	const found =
		url === null ? state.article(id, index) : state.articles.find((article) => article.url === url);
	if (!found) throw new Error('There is no such article');
	return viewOf(state, found, query.get('openId') ?? '');
}
