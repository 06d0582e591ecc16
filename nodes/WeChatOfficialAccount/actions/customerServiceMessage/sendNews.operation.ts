import { webAddress } from '../../../shared/limits';
import { optionalText, text } from '../../../shared/operations/fields';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendNews = itemOperation({
	option: {
		name: 'Send News',
		value: 'sendNews',
		action: 'Send news as customer service message',
		description: 'Send a card with title, picture and link',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title, description }) => [title, description] },
	fields: senderFields({
		title: text('Title'),
		url: text('URL', { hint: 'Opens when the card is tapped' }),
		description: optionalText('Description'),
		picUrl: optionalText('Picture URL'),
	}),
	async execute(ctx, values) {
		const article = {
			title: values.title,
			description: values.description,
			url: webAddress('URL', values.url),
			picurl: values.picUrl,
		};
		return await sendMessage(ctx, values, 'news', { articles: [article] });
	},
});
