import { returnAllFields, simplifyField } from '../../descriptions/fields';
import { listArticles } from '../draft/listArticles';
import type { ItemOperation } from '../operation';

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many publications',
		description: 'Get many published articles, one result each',
	},
	endpoints: ['POST /cgi-bin/freepublish/batchget'],
	limits: '20 per call, 100 calls a day',
	properties: [...returnAllFields, simplifyField],
	async execute(ctx, itemIndex) {
		return await listArticles(ctx, itemIndex, '/cgi-bin/freepublish/batchget', 'article_id');
	},
};
