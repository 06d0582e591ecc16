import { image } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendImage = itemOperation({
	option: {
		name: 'Send Image',
		value: 'sendImage',
		action: 'Send image as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	fields: senderFields({ mediaId: image() }),
	async execute(ctx, values) {
		return await sendMessage(ctx, values, 'image', { media_id: values.mediaId });
	},
});
