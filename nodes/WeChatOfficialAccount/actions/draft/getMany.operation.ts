import { itemOperation } from '../operation';
import { listArticles, listFields } from './listArticles';

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many drafts',
		description: 'Get many drafts, one result per article',
	},
	endpoints: ['POST /cgi-bin/draft/batchget'],
	limits: '20 per call, 1,000 a day',
	fields: listFields,
	async execute(ctx, values) {
		return await listArticles(ctx, values, '/cgi-bin/draft/batchget', 'media_id');
	},
});
