import {
	isSimplified,
	limitOf,
	offsetPages,
	returnAllFields,
	simplifyField,
} from '../../descriptions/fields';
import { post } from '../call';
import { toArticles } from './article';
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
		const drafts = await offsetPages(
			async (offset, count) =>
				await post(ctx, '/cgi-bin/draft/batchget', { offset, count, no_content: 1 }, true),
			limitOf(ctx, itemIndex),
		);
		return isSimplified(ctx, itemIndex)
			? drafts.flatMap((draft) => toArticles(draft, 'media_id'))
			: drafts;
	},
};
