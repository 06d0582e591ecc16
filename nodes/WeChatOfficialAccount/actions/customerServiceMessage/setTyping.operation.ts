import { openIdField, openIdOf } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const setTyping: ItemOperation = {
	option: {
		name: 'Set Typing',
		value: 'setTyping',
		action: 'Set typing status',
		description: 'Show or hide that the account is typing',
	},
	endpoints: ['POST /cgi-bin/message/custom/typing'],
	isPaced: true,
	limits: 'within 30 seconds after a message',
	properties: [
		openIdField,
		{
			displayName: 'Typing',
			name: 'isTyping',
			type: 'boolean',
			default: true,
			description: 'Whether the follower sees that the account is typing',
		},
	],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const isTyping = ctx.getNodeParameter('isTyping', itemIndex, true) as boolean;
		const command = isTyping ? 'Typing' : 'CancelTyping';
		await post(ctx, '/cgi-bin/message/custom/typing', { touser: openId, command });
		return { openId, isTyping };
	},
};
