import { optionalText } from '../../../shared/operations/fields';
import { thumbnail, video } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendVideo = itemOperation({
	option: {
		name: 'Send Video',
		value: 'sendVideo',
		action: 'Send video as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title, description }) => [title, description] },
	fields: senderFields({
		mediaId: video(),
		thumbMediaId: thumbnail(),
		title: optionalText('Title'),
		description: optionalText('Description'),
	}),
	async execute(ctx, values) {
		const { mediaId, thumbMediaId, title, description } = values;
		return await sendMessage(ctx, values, 'video', {
			media_id: mediaId,
			thumb_media_id: thumbMediaId,
			title,
			description,
		});
	},
});
