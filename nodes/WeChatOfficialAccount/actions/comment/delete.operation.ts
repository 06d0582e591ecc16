import { itemOperation } from '../operation';
import { callForComment, commentId, oneComment } from './callForComment';

export const deleteComment = itemOperation({
	option: { name: 'Delete', value: 'delete', action: 'Delete comment' },
	endpoints: ['POST /cgi-bin/comment/delete'],
	onlyOnce: { what: 'Deletion of a comment', isRepeatable: true, subject: commentId },
	fields: oneComment,
	async execute(ctx, comment) {
		await callForComment(ctx, comment, 'delete');
		return { deleted: true };
	},
});
