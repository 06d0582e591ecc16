import { text } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { WeChatApiError } from '../../../shared/transport/errors';
import { callForComment, commentId, oneComment } from './callForComment';

/** The comment has a reply. */
const REPLIED_BEFORE = 88005;

export const reply = itemOperation({
	option: {
		name: 'Reply',
		value: 'reply',
		action: 'Reply to comment',
		description: 'Reply to a comment as the author. WeChat allows one reply per comment.',
	},
	endpoints: ['POST /cgi-bin/comment/reply/add'],
	limits: 'one reply per comment',
	onlyOnce: {
		what: 'Reply to a comment',
		isRepeatable: true,
		subject: (values) => commentId(values),
	},
	wording: { level: 'warn', texts: ({ content }) => [content] },
	fields: {
		...oneComment,
		content: text('Content', { typeOptions: { rows: 3 }, placeholder: 'e.g. 感谢您的留言！' }),
	},
	async execute(ctx, values, _itemIndex, delivery) {
		const { content, article, userCommentId } = values;
		const replied = { ...article, userCommentId, isReplied: true, reply: content };
		try {
			await callForComment(ctx, values, 'reply/add', { content });
			return replied;
		} catch (error) {
			const isReplied = error instanceof WeChatApiError && error.errcode === REPLIED_BEFORE;
			// The call before, whose answer was lost, has come to WeChat.
			if (isReplied && delivery?.mayBeSent) return replied;
			return await Promise.reject(error);
		}
	},
});
