import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import { messageFields, messageFromFields } from './message';
import type { ItemOperation } from '../operation';

export const preview: ItemOperation = {
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview broadcast',
		description: 'Send the message to one person only, to look at it',
	},
	endpoints: ['POST /cgi-bin/message/mass/preview'],
	limits: '100 a day by WeChat ID',
	properties: [
		{
			displayName: 'Recipient By',
			name: 'recipientBy',
			type: 'options',
			options: [
				{ name: 'OpenID', value: 'touser' },
				{ name: 'WeChat ID', value: 'towxname' },
			],
			default: 'touser',
		},
		textField('Recipient', 'recipient'),
		...messageFields,
	],
	async execute(ctx, itemIndex) {
		const by = String(ctx.getNodeParameter('recipientBy', itemIndex));
		const recipient = requiredText(ctx, 'recipient', 'Recipient', itemIndex);
		const message = messageFromFields(ctx, itemIndex, true);
		await post(ctx, '/cgi-bin/message/mass/preview', { [by]: recipient, ...message });
		return { recipient, sent: true };
	},
};
