import { choice, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { messageFields, messageOf, textsOf } from './message';
import { itemOperation } from '../operation';

export const preview = itemOperation({
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview broadcast',
		description: 'Send the message to one person only, to look at it',
	},
	endpoints: ['POST /cgi-bin/message/mass/preview'],
	limits: '100 a day by WeChat ID',
	onlyOnce: { what: 'Preview of a broadcast', isRepeatable: false },
	wording: { level: 'warn', texts: (values) => textsOf(values) },
	fields: {
		recipientBy: choice(
			'Recipient By',
			[
				{ name: 'OpenID', value: 'touser' },
				{ name: 'WeChat ID', value: 'towxname' },
			],
			'touser',
		),
		recipient: text('Recipient'),
		...messageFields,
	},
	async execute(ctx, values) {
		const { recipientBy, recipient } = values;
		const body = { [recipientBy]: recipient, ...messageOf(values) };
		await post(ctx, '/cgi-bin/message/mass/preview', body);
		return { recipient, sent: true };
	},
});
