import { isSimplified, simplifyField } from '../../descriptions/fields';
import { picked, publishedArticlePicker } from '../../descriptions/pickers';
import { post } from '../call';
import { toArticles } from '../draft/article';
import type { ItemOperation } from '../operation';

export const getArticle: ItemOperation = {
	option: {
		name: 'Get Article',
		value: 'getArticle',
		action: 'Get published article',
	},
	endpoints: ['POST /cgi-bin/freepublish/getarticle'],
	limits: '100 a day',
	properties: [publishedArticlePicker, simplifyField],
	async execute(ctx, itemIndex) {
		const article_id = picked(ctx, publishedArticlePicker, itemIndex);
		const article = await post(ctx, '/cgi-bin/freepublish/getarticle', { article_id }, true);
		return isSimplified(ctx, itemIndex)
			? toArticles({ ...article, article_id }, 'article_id')
			: article;
	},
};
