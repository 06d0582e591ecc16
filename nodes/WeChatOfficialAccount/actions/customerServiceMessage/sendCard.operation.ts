import { text } from '../../../shared/operations/fields';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendCard = itemOperation({
	option: {
		name: 'Send Card',
		value: 'sendCard',
		action: 'Send card as customer service message',
		description: 'Send a card or coupon (卡券)',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	fields: senderFields({ cardId: text('Card ID') }),
	async execute(ctx, values) {
		return await sendMessage(ctx, values, 'wxcard', { card_id: values.cardId });
	},
});
