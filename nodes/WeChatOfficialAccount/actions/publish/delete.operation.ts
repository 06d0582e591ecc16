import { integer } from '../../../shared/operations/fields';
import { publishedArticle } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deletePublication = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete publication',
	},
	endpoints: ['POST /cgi-bin/freepublish/delete'],
	limits: '10 a day',
	onlyOnce: {
		what: 'Deletion of a publication',
		isRepeatable: true,
		subject: ({ articleId, articleNumber }) => `${articleId}-${articleNumber}`,
	},
	fields: {
		articleId: publishedArticle(),
		articleNumber: integer('Article Number', [0, 8], {
			description: 'Which article of the publication, counted from 1; 0 deletes all',
		}),
	},
	async execute(ctx, { articleId: article_id, articleNumber: index }) {
		await post(ctx, '/cgi-bin/freepublish/delete', { article_id, index });
		return { deleted: true };
	},
});
