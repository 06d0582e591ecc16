import { flag } from '../../../shared/operations/fields';
import { openId } from '../../descriptions/common';
import { post } from '../call';
import { itemOperation } from '../operation';

export const setTyping = itemOperation({
	option: {
		name: 'Set Typing',
		value: 'setTyping',
		action: 'Set typing status',
		description: 'Show or hide that the account is typing',
	},
	endpoints: ['POST /cgi-bin/message/custom/typing'],
	isPaced: true,
	limits: 'within 30 seconds after a message',
	fields: {
		openId,
		isTyping: flag('Typing', true, 'Whether the follower sees that the account is typing'),
	},
	async execute(ctx, { openId, isTyping }) {
		const command = isTyping ? 'Typing' : 'CancelTyping';
		await post(ctx, '/cgi-bin/message/custom/typing', { touser: openId, command });
		return { openId, isTyping };
	},
});
