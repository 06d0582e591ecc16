import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForComment, commentIdField } from './callForComment';

export const deleteReply: ItemOperation = {
	option: {
		name: 'Delete Reply',
		value: 'deleteReply',
		action: 'Delete reply to comment',
		description: "Delete the account's reply to a comment",
	},
	endpoints: ['POST /cgi-bin/comment/reply/delete'],
	properties: [...articleFields, commentIdField],
	async execute(ctx, itemIndex) {
		await callForComment(ctx, itemIndex, 'reply/delete');
		return { deleted: true };
	},
};
