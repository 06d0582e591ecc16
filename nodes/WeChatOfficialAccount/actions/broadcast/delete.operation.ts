import { numberField, numberOf, requiredDigits, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

const articleNumberField = numberField('Article Number', 'articleIndex', [0, 8], {
	description: 'Which article of the broadcast, counted from 1; 0 deletes all',
});

export const deleteBroadcast: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete broadcast',
		description: 'Delete an article or video that was sent',
	},
	endpoints: ['POST /cgi-bin/message/mass/delete'],
	properties: [
		textField('Broadcast ID', 'msgId', { placeholder: 'e.g. 3147483652' }),
		articleNumberField,
	],
	async execute(ctx, itemIndex) {
		const msg_id = Number(requiredDigits(ctx, 'msgId', 'Broadcast ID', itemIndex));
		const article_idx = numberOf(ctx, articleNumberField, itemIndex);
		await post(ctx, '/cgi-bin/message/mass/delete', { msg_id, article_idx });
		return { deleted: true };
	},
};
