import { articleFields } from '../../descriptions/article';
import { requiredText } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';
import { callForComment, commentIdField } from './callForComment';

export const reply: ItemOperation = {
	option: {
		name: 'Reply',
		value: 'reply',
		action: 'Reply to comment',
		description: 'Reply to a comment as the author. WeChat allows one reply per comment.',
	},
	endpoints: ['POST /cgi-bin/comment/reply/add'],
	limits: 'one reply per comment',
	properties: [
		...articleFields,
		commentIdField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. 感谢您的留言！',
		},
	],
	async execute(ctx, itemIndex) {
		const content = requiredText(ctx, 'content', 'Content', itemIndex);
		const comment = await callForComment(ctx, itemIndex, 'reply/add', { content });
		return { ...comment, isReplied: true, reply: content };
	},
};
