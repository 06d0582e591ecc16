import { parseArticleRef, type ArticleRef } from '../shared/article/articleRef';
import { digits, mapped, text } from '../shared/operations/fields';
import { commentKey } from './rows';

/** Which comment: its article, and its ID there. The items of *Get New* fill both in. */
export const whichComment = {
	article: mapped(
		text('Article', {
			default: '={{ $json.articleId }}',
			placeholder: 'e.g. 2247490098_1',
			description: 'The articleId of Get New, or the long URL of the article',
		}),
		(value) => parseArticleRef(value),
	),
	userCommentId: digits('Comment ID', {
		default: '={{ $json.userCommentId }}',
		placeholder: 'e.g. 17',
		description: 'The userCommentId of Get New',
	}),
};

/** A comment of WeChat's. */
export interface CommentRef {
	article: ArticleRef;
	userCommentId: string;
}

export const keyOf = ({ article, userCommentId }: CommentRef): string =>
	commentKey(article, userCommentId);
