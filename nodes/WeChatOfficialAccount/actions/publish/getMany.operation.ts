import { listArticles, listFields } from '../draft/listArticles';
import { itemOperation } from '../operation';

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many publications',
		description: 'Get many published articles, one result each',
	},
	endpoints: ['POST /cgi-bin/freepublish/batchget'],
	limits: '20 per call, 100 calls a day',
	fields: listFields,
	async execute(ctx, values) {
		return await listArticles(ctx, values, '/cgi-bin/freepublish/batchget', 'article_id');
	},
});
