import { picked, voicePicker } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendVoice: ItemOperation = {
	option: {
		name: 'Send Voice',
		value: 'sendVoice',
		action: 'Send voice as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([voicePicker]),
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, voicePicker, itemIndex);
		return await sendContent(ctx, itemIndex, 'voice', { media_id });
	},
};
