import { imagePicker, picked } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendImage: ItemOperation = {
	option: {
		name: 'Send Image',
		value: 'sendImage',
		action: 'Send image as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([imagePicker]),
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, imagePicker, itemIndex);
		return await sendContent(ctx, itemIndex, 'image', { media_id });
	},
};
