import { text } from '../../../shared/operations/fields';
import { thumbnail } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendMiniProgramPage = itemOperation({
	option: {
		name: 'Send Mini Program Page',
		value: 'sendMiniProgramPage',
		action: 'Send mini program page as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title }) => [title] },
	fields: senderFields({
		title: text('Title'),
		appId: text('Mini Program AppID'),
		page: text('Page', { placeholder: 'e.g. pages/index?from=chat' }),
		thumbMediaId: thumbnail(),
	}),
	async execute(ctx, values) {
		return await sendMessage(ctx, values, 'miniprogrampage', {
			title: values.title,
			appid: values.appId,
			pagepath: values.page,
			thumb_media_id: values.thumbMediaId,
		});
	},
});
