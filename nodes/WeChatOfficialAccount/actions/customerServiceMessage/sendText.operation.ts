import { checkText } from '../../../shared/message/customMessage';
import { textField } from '../../descriptions/fields';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendText: ItemOperation = {
	option: {
		name: 'Send Text',
		value: 'sendText',
		action: 'Send text as customer service message',
		description: 'Write to a follower who has been in touch recently',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	limits:
		'5 messages within 48 hours after a message, 3 within a minute after a follow, scan or menu tap',
	properties: senderFields([
		textField('Text', 'text', {
			typeOptions: { rows: 4 },
			placeholder: 'e.g. 您好，您的问题已处理',
			hint: 'Up to 2,048 bytes, about 680 Chinese characters. Links can be written as HTML anchors.',
		}),
	]),
	async execute(ctx, itemIndex) {
		const content = checkText(String(ctx.getNodeParameter('text', itemIndex, '')));
		return { ...(await sendContent(ctx, itemIndex, 'text', { content })), text: content };
	},
};
