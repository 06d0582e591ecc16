import { articleFields } from '../../descriptions/article';
import type { ItemOperation } from '../operation';
import { callForComment, commentIdField } from './callForComment';

export const unelect: ItemOperation = {
	option: {
		name: 'Unelect',
		value: 'unelect',
		action: 'Unelect comment',
		description: 'No longer show a comment to all readers',
	},
	endpoints: ['POST /cgi-bin/comment/unmarkelect'],
	properties: [...articleFields, commentIdField],
	async execute(ctx, itemIndex) {
		return { ...(await callForComment(ctx, itemIndex, 'unmarkelect')), isElected: false };
	},
};
