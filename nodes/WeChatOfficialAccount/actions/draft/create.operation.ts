import { post } from '../call';
import { articleForm, articleFromForm } from './article';
import type { ItemOperation } from '../operation';

export const create: ItemOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create draft',
		description: 'Create a draft with one article',
	},
	endpoints: ['POST /cgi-bin/draft/add'],
	limits: '1,000 a day',
	properties: articleForm,
	async execute(ctx, itemIndex) {
		const articles = [articleFromForm(ctx, itemIndex)];
		const { media_id: mediaId } = await post(ctx, '/cgi-bin/draft/add', { articles });
		return { mediaId };
	},
};
