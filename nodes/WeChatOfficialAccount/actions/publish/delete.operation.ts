import { numberField, numberOf } from '../../descriptions/fields';
import { picked, publishedArticlePicker } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

const articleNumberField = numberField('Article Number', 'articleNumber', [0, 8], {
	description: 'Which article of the publication, counted from 1; 0 deletes all',
});

export const deletePublication: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete publication',
	},
	endpoints: ['POST /cgi-bin/freepublish/delete'],
	limits: '10 a day',
	properties: [publishedArticlePicker, articleNumberField],
	async execute(ctx, itemIndex) {
		const article_id = picked(ctx, publishedArticlePicker, itemIndex);
		const index = numberOf(ctx, articleNumberField, itemIndex);
		await post(ctx, '/cgi-bin/freepublish/delete', { article_id, index });
		return { deleted: true };
	},
};
