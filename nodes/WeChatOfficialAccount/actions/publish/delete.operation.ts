import { numberField } from '../../descriptions/fields';
import { picked, publishedArticlePicker } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deletePublication: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete publication',
	},
	endpoints: ['POST /cgi-bin/freepublish/delete'],
	limits: '10 a day',
	properties: [
		publishedArticlePicker,
		numberField('Article Number', 'articleNumber', [0, 8], {
			description: 'Which article of the publication, counted from 1; 0 deletes all',
		}),
	],
	async execute(ctx, itemIndex) {
		const article_id = picked(ctx, publishedArticlePicker, itemIndex);
		const index = Number(ctx.getNodeParameter('articleNumber', itemIndex, 0));
		await post(ctx, '/cgi-bin/freepublish/delete', { article_id, index });
		return { deleted: true };
	},
};
