import { itemOperation } from '../operation';
import { callForComment, commentId, oneComment } from './callForComment';

export const deleteReply = itemOperation({
	option: {
		name: 'Delete Reply',
		value: 'deleteReply',
		action: 'Delete reply to comment',
		description: "Delete the account's reply to a comment",
	},
	endpoints: ['POST /cgi-bin/comment/reply/delete'],
	onlyOnce: { what: 'Deletion of a reply', isRepeatable: true, target: commentId },
	fields: oneComment,
	async execute(ctx, comment) {
		await callForComment(ctx, comment, 'reply/delete');
		return { deleted: true };
	},
});
