import type { IDataObject } from 'n8n-workflow';
import { text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const tryConditional = itemOperation({
	option: {
		name: 'Try Personalized',
		value: 'tryConditional',
		action: 'Try personalized menu',
		description: 'Get the menu that one follower sees',
	},
	endpoints: ['POST /cgi-bin/menu/trymatch'],
	fields: { userId: text('OpenID or WeChat ID') },
	async execute(ctx, { userId: user_id }) {
		const answer = await post(ctx, '/cgi-bin/menu/trymatch', { user_id }, true);
		return { userId: user_id, button: answer.button ?? (answer.menu as IDataObject)?.button ?? [] };
	},
});
