import {
	isSimplified,
	limitOf,
	offsetPages,
	returnAllFields,
	simplifyField,
} from '../../descriptions/fields';
import { post } from '../call';
import { toArticles } from '../draft/article';
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
		const publications = await offsetPages(
			async (offset, count) =>
				await post(ctx, '/cgi-bin/freepublish/batchget', { offset, count, no_content: 1 }, true),
			limitOf(ctx, itemIndex),
		);
		return isSimplified(ctx, itemIndex)
			? publications.flatMap((publication) => toArticles(publication, 'article_id'))
			: publications;
	},
};
