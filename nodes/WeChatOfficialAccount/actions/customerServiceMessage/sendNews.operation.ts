import { webAddress } from '../../../shared/limits';
import { requiredText, textField } from '../../descriptions/fields';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendNews: ItemOperation = {
	option: {
		name: 'Send News',
		value: 'sendNews',
		action: 'Send news as customer service message',
		description: 'Send a card with title, picture and link',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([
		textField('Title', 'title'),
		textField('URL', 'url', { hint: 'Opens when the card is tapped' }),
		textField('Description', 'description', { required: false }),
		textField('Picture URL', 'picUrl', { required: false }),
	]),
	async execute(ctx, itemIndex) {
		const article = {
			title: requiredText(ctx, 'title', 'Title', itemIndex),
			description: ctx.getNodeParameter('description', itemIndex, '') as string,
			url: webAddress('URL', requiredText(ctx, 'url', 'URL', itemIndex)),
			picurl: ctx.getNodeParameter('picUrl', itemIndex, '') as string,
		};
		return await sendContent(ctx, itemIndex, 'news', { articles: [article] });
	},
};
