import { picked, publishedArticlePicker } from '../../descriptions/pickers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendArticle: ItemOperation = {
	option: {
		name: 'Send Article',
		value: 'sendArticle',
		action: 'Send article as customer service message',
		description: 'Send an article that has been published',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([publishedArticlePicker]),
	async execute(ctx, itemIndex) {
		const article_id = picked(ctx, publishedArticlePicker, itemIndex);
		return await sendContent(ctx, itemIndex, 'mpnewsarticle', { article_id });
	},
};
