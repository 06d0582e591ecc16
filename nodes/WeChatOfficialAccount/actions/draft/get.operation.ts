import { simplify } from '../../descriptions/common';
import { draft } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';
import { toArticles } from './listArticles';

export const getDraft = itemOperation({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get draft',
		description: 'Get the articles of a draft',
	},
	endpoints: ['POST /cgi-bin/draft/get'],
	limits: '500 a day',
	fields: { mediaId: draft(), simplify },
	async execute(ctx, { mediaId: media_id, simplify }) {
		const answer = await post(ctx, '/cgi-bin/draft/get', { media_id }, true);
		return simplify ? toArticles({ ...answer, media_id }, 'media_id') : answer;
	},
});
