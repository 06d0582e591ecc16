import { voice } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendVoice = itemOperation({
	option: {
		name: 'Send Voice',
		value: 'sendVoice',
		action: 'Send voice as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	fields: senderFields({ mediaId: voice() }),
	async execute(ctx, values) {
		return await sendMessage(ctx, values, 'voice', { media_id: values.mediaId });
	},
});
