import { itemOperation } from '../operation';
import { callForComment, commentId, oneComment } from './callForComment';

export const elect = itemOperation({
	option: {
		name: 'Feature',
		value: 'elect',
		action: 'Feature comment',
		description: 'Put a comment among the featured ones (精选), which all readers see',
	},
	endpoints: ['POST /cgi-bin/comment/markelect'],
	onlyOnce: { what: 'Featured comment', isRepeatable: true, target: commentId },
	fields: oneComment,
	async execute(ctx, comment) {
		return { ...(await callForComment(ctx, comment, 'markelect')), isElected: true };
	},
});
