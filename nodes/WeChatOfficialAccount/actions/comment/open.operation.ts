import { article } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import { articleId, callForArticle } from './callForComment';

export const open = itemOperation({
	option: {
		name: 'Open',
		value: 'open',
		action: 'Open comments of article',
		description: 'Let people comment on an article',
	},
	endpoints: ['POST /cgi-bin/comment/open'],
	onlyOnce: {
		what: 'Opening of comments',
		isRepeatable: true,
		target: ({ article }) => articleId(article),
	},
	fields: { article },
	async execute(ctx, { article }) {
		return { ...(await callForArticle(ctx, article, 'open')), isOpen: true };
	},
});
