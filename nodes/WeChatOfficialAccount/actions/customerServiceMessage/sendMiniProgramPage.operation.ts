import { requiredText, textField } from '../../descriptions/fields';
import { picked, thumbnailPicker } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendMiniProgramPage: ItemOperation = {
	option: {
		name: 'Send Mini Program Page',
		value: 'sendMiniProgramPage',
		action: 'Send mini program page as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([
		textField('Title', 'title'),
		textField('Mini Program AppID', 'appId'),
		textField('Page', 'page', { placeholder: 'e.g. pages/index?from=chat' }),
		thumbnailPicker,
	]),
	async execute(ctx, itemIndex) {
		return await sendContent(ctx, itemIndex, 'miniprogrampage', {
			title: requiredText(ctx, 'title', 'Title', itemIndex),
			appid: requiredText(ctx, 'appId', 'Mini Program AppID', itemIndex),
			pagepath: requiredText(ctx, 'page', 'Page', itemIndex),
			thumb_media_id: picked(ctx, thumbnailPicker, itemIndex),
		});
	},
};
