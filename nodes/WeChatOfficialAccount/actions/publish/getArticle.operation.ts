import { simplify } from '../../descriptions/common';
import { publishedArticle } from '../../descriptions/locators';
import { post } from '../call';
import { toArticles } from '../draft/listArticles';
import { itemOperation } from '../operation';

export const getArticle = itemOperation({
	option: {
		name: 'Get Article',
		value: 'getArticle',
		action: 'Get published article',
	},
	endpoints: ['POST /cgi-bin/freepublish/getarticle'],
	limits: '100 a day',
	fields: { articleId: publishedArticle(), simplify },
	async execute(ctx, { articleId: article_id, simplify }) {
		const article = await post(ctx, '/cgi-bin/freepublish/getarticle', { article_id }, true);
		return simplify ? toArticles({ ...article, article_id }, 'article_id') : article;
	},
});
