import { get } from '../call';
import { itemOperation } from '../operation';

export const getAutoReplyRules = itemOperation({
	option: {
		name: 'Get Auto-Reply Rules',
		value: 'getAutoReplyRules',
		action: 'Get auto-reply rules of account',
		description: 'Get the replies that were set up in the WeChat console',
	},
	endpoints: ['GET /cgi-bin/get_current_autoreply_info'],
	fields: {},
	async execute(ctx) {
		return await get(ctx, '/cgi-bin/get_current_autoreply_info');
	},
});
