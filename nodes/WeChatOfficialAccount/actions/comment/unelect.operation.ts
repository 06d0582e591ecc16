import { itemOperation } from '../operation';
import { callForComment, commentId, oneComment } from './callForComment';

export const unelect = itemOperation({
	option: {
		name: 'Unfeature',
		value: 'unelect',
		action: 'Unfeature comment',
		description: 'Take a comment from the featured ones (取消精选)',
	},
	endpoints: ['POST /cgi-bin/comment/unmarkelect'],
	onlyOnce: { what: 'Comment no longer featured', isRepeatable: true, target: commentId },
	fields: oneComment,
	async execute(ctx, comment) {
		return { ...(await callForComment(ctx, comment, 'unmarkelect')), isElected: false };
	},
});
