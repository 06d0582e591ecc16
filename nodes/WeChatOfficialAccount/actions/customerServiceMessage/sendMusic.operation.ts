import { webAddress } from '../../../shared/limits';
import { requiredText, textField } from '../../descriptions/fields';
import { picked, thumbnailPicker } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendMusic: ItemOperation = {
	option: {
		name: 'Send Music',
		value: 'sendMusic',
		action: 'Send music as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([
		textField('Music URL', 'musicUrl'),
		thumbnailPicker,
		textField('Title', 'title'),
		textField('Description', 'description'),
	]),
	async execute(ctx, itemIndex) {
		const address = requiredText(ctx, 'musicUrl', 'Music URL', itemIndex);
		const musicurl = webAddress('Music URL', address);
		return await sendContent(ctx, itemIndex, 'music', {
			title: requiredText(ctx, 'title', 'Title', itemIndex),
			description: requiredText(ctx, 'description', 'Description', itemIndex),
			musicurl,
			hqmusicurl: musicurl,
			thumb_media_id: picked(ctx, thumbnailPicker, itemIndex),
		});
	},
};
