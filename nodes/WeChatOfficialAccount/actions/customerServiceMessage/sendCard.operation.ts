import { requiredText, textField } from '../../descriptions/fields';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendCard: ItemOperation = {
	option: {
		name: 'Send Card',
		value: 'sendCard',
		action: 'Send card as customer service message',
		description: 'Send a card or coupon (卡券)',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([textField('Card ID', 'cardId')]),
	async execute(ctx, itemIndex) {
		const card_id = requiredText(ctx, 'cardId', 'Card ID', itemIndex);
		return await sendContent(ctx, itemIndex, 'wxcard', { card_id });
	},
};
