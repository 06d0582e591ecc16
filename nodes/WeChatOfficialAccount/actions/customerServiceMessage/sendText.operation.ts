import { checkText } from '../../../shared/message/customMessage';
import { writtenText } from '../../../shared/operations/fields';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendText = itemOperation({
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
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: { level: 'warn', texts: ({ text }) => [text] },
	fields: senderFields({
		text: writtenText('Text', {
			typeOptions: { rows: 4 },
			placeholder: 'e.g. 您好，您的问题已处理',
			hint: 'Up to 2,048 bytes, about 680 Chinese characters. Links can be written as HTML anchors.',
		}),
	}),
	async execute(ctx, values) {
		const content = checkText(values.text);
		return { ...(await sendMessage(ctx, values, 'text', { content })), text: content };
	},
});
