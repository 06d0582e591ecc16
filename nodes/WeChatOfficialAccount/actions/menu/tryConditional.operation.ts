import type { IDataObject } from 'n8n-workflow';
import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const tryConditional: ItemOperation = {
	option: {
		name: 'Try Conditional',
		value: 'tryConditional',
		action: 'Try conditional menu',
		description: 'Get the menu that one follower sees',
	},
	endpoints: ['POST /cgi-bin/menu/trymatch'],
	properties: [textField('OpenID or WeChat ID', 'userId')],
	async execute(ctx, itemIndex) {
		const user_id = requiredText(ctx, 'userId', 'OpenID or WeChat ID', itemIndex);
		const answer = await post(ctx, '/cgi-bin/menu/trymatch', { user_id }, true);
		return { userId: user_id, button: answer.button ?? (answer.menu as IDataObject)?.button ?? [] };
	},
};
