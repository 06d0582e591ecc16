import { webAddress } from '../../../shared/limits';
import { text } from '../../../shared/operations/fields';
import { thumbnail } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendMusic = itemOperation({
	option: {
		name: 'Send Music',
		value: 'sendMusic',
		action: 'Send music as customer service message',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title, description }) => [title, description] },
	fields: senderFields({
		musicUrl: text('Music URL'),
		thumbMediaId: thumbnail(),
		title: text('Title'),
		description: text('Description'),
	}),
	async execute(ctx, values) {
		const musicurl = webAddress('Music URL', values.musicUrl);
		return await sendMessage(ctx, values, 'music', {
			title: values.title,
			description: values.description,
			musicurl,
			hqmusicurl: musicurl,
			thumb_media_id: values.thumbMediaId,
		});
	},
});
