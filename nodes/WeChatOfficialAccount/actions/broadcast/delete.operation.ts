import { numberField, requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

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
		numberField('Article Number', 'articleIndex', [0, 8], {
			description: 'Which article of the broadcast, counted from 1; 0 deletes all',
		}),
	],
	async execute(ctx, itemIndex) {
		const msg_id = Number(requiredText(ctx, 'msgId', 'Broadcast ID', itemIndex));
		const article_idx = Number(ctx.getNodeParameter('articleIndex', itemIndex, 0));
		await post(ctx, '/cgi-bin/message/mass/delete', { msg_id, article_idx });
		return { deleted: true };
	},
};
