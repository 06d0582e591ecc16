import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForComment, commentIdField } from './callForComment';

export const deleteComment: ItemOperation = {
	option: { name: 'Delete', value: 'delete', action: 'Delete comment' },
	endpoints: ['POST /cgi-bin/comment/delete'],
	properties: [...articleFields, commentIdField],
	async execute(ctx, itemIndex) {
		await callForComment(ctx, itemIndex, 'delete');
		return { deleted: true };
	},
};
