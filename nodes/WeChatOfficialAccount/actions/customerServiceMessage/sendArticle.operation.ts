import { publishedArticle } from '../../descriptions/locators';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendArticle = itemOperation({
	option: {
		name: 'Send Article',
		value: 'sendArticle',
		action: 'Send article as customer service message',
		description: 'Send an article that has been published',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	fields: senderFields({ articleId: publishedArticle() }),
	async execute(ctx, values) {
		return await sendMessage(ctx, values, 'mpnewsarticle', { article_id: values.articleId });
	},
});
