import { numberField, numberOf } from '../../descriptions/fields';
import { draftPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import { articleForm, articleFromForm } from './article';
import type { ItemOperation } from '../operation';

const articleIndexField = numberField('Article Index', 'articleIndex', [0, 7], {
	description: 'Position of the article in the draft, counted from 0',
});

export const update: ItemOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update draft',
		description: 'Replace one article of a draft',
	},
	endpoints: ['POST /cgi-bin/draft/update'],
	properties: [draftPicker, articleIndexField, ...articleForm],
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, draftPicker, itemIndex);
		const index = numberOf(ctx, articleIndexField, itemIndex);
		const articles = articleFromForm(ctx, itemIndex);
		await post(ctx, '/cgi-bin/draft/update', { media_id, index, articles });
		return { mediaId: media_id, index, updated: true };
	},
};
