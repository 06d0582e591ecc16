import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForComment, commentIdField } from './callForComment';

export const elect: ItemOperation = {
	option: {
		name: 'Elect',
		value: 'elect',
		action: 'Elect comment',
		description: 'Show a comment to all readers (精选)',
	},
	endpoints: ['POST /cgi-bin/comment/markelect'],
	properties: [...articleFields, commentIdField],
	async execute(ctx, itemIndex) {
		return { ...(await callForComment(ctx, itemIndex, 'markelect')), isElected: true };
	},
};
