import { isSimplified, simplifyField } from '../../descriptions/fields';
import { draftPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import { toArticles } from './article';
import type { ItemOperation } from '../operation';

export const getDraft: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get draft',
		description: 'Get the articles of a draft',
	},
	endpoints: ['POST /cgi-bin/draft/get'],
	limits: '500 a day',
	properties: [draftPicker, simplifyField],
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, draftPicker, itemIndex);
		const draft = await post(ctx, '/cgi-bin/draft/get', { media_id }, true);
		return isSimplified(ctx, itemIndex) ? toArticles({ ...draft, media_id }, 'media_id') : draft;
	},
};
