import { textField } from '../../descriptions/fields';
import { picked, thumbnailPicker, videoPicker } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendVideo: ItemOperation = {
	option: {
		name: 'Send Video',
		value: 'sendVideo',
		action: 'Send video as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([
		videoPicker,
		thumbnailPicker,
		textField('Title', 'title', { required: false }),
		textField('Description', 'description', { required: false }),
	]),
	async execute(ctx, itemIndex) {
		return await sendContent(ctx, itemIndex, 'video', {
			media_id: picked(ctx, videoPicker, itemIndex),
			thumb_media_id: picked(ctx, thumbnailPicker, itemIndex),
			title: ctx.getNodeParameter('title', itemIndex, '') as string,
			description: ctx.getNodeParameter('description', itemIndex, '') as string,
		});
	},
};
