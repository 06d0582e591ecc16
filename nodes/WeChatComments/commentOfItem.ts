import { parseArticleRef } from '../shared/article/articleRef';
import type { CommentRef } from '../shared/comment/answer';
import { commentKey } from '../shared/comment/keys';
import { digits, mapped, text } from '../shared/operations/fields';

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

export const keyOf = ({ article, userCommentId }: CommentRef): string =>
	commentKey(article, userCommentId);
