import { defineTable } from '../table';

/** Comments that were found; `key` is `comment:`, the article, `:` and the ID of the comment there. */
export const comments = defineTable({
	name: 'comments',
	holds: 'comments on articles, one row each',
	columns: {
		/** '' when the person commented under another identity than WeChat's. */
		openId: 'text',
		msgDataId: 'text',
		articleIndex: 'number',
		/** `msgDataId_n`, n from 1, as WeChat's statistics name an article. */
		articleId: 'text',
		articleTitle: 'text',
		articleUrl: 'text',
		userCommentId: 'text',
		content: 'text',
		commentedAt: 'time',
		foundAt: 'time',
		givenAt: 'time',
		/** `new`, `answered` or `deleted`. */
		state: 'text',
		/** Whether the comment waits for an answer. */
		isOpen: 'flag',
		/** Whether the state is still to be given to the flow, and which run is to give it. */
		isDue: 'flag',
		batch: 'text',
		reply: 'text',
		repliedAt: 'time',
		/** `flow` for an answer of ours, `person` for one written in the console. */
		repliedBy: 'text',
		isElected: 'flag',
	},
	indexes: [['isOpen'], ['commentedAt'], ['openId'], ['batch']],
	isPersonal: true,
});
