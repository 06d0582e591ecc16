import { article } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import { articleId, callForArticle } from './callForComment';

export const close = itemOperation({
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close comments of article',
		description: 'No longer let people comment on an article',
	},
	endpoints: ['POST /cgi-bin/comment/close'],
	onlyOnce: {
		what: 'Closing of comments',
		isRepeatable: true,
		target: ({ article }) => articleId(article),
	},
	fields: { article },
	async execute(ctx, { article }) {
		return { ...(await callForArticle(ctx, article, 'close')), isOpen: false };
	},
});
