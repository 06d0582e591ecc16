import { returnAllFields, simplifyField } from '../../descriptions/fields';
import { listArticles } from './listArticles';
import type { ItemOperation } from '../operation';

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many drafts',
		description: 'Get many drafts, one result per article',
	},
	endpoints: ['POST /cgi-bin/draft/batchget'],
	limits: '20 per call, 1,000 a day',
	properties: [...returnAllFields, simplifyField],
	async execute(ctx, itemIndex) {
		return await listArticles(ctx, itemIndex, '/cgi-bin/draft/batchget', 'media_id');
	},
};
