import { UserInputError } from '../../../shared/inputError';
import { textField } from '../../descriptions/fields';
import { answersField, answersOf } from './answers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

export const sendMenu: ItemOperation = {
	option: {
		name: 'Send Menu',
		value: 'sendMenu',
		action: 'Send menu as customer service message',
		description: 'Ask with answers to tap. A tap comes back as a text message with bizmsgmenuid.',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	properties: senderFields([
		textField('Question', 'question', { required: false }),
		answersField,
		textField('Closing Words', 'closing', { required: false }),
	]),
	async execute(ctx, itemIndex) {
		const list = answersOf(ctx, itemIndex);
		if (list.length === 0) {
			throw new UserInputError("'Answers' is empty", 'Add at least one answer.');
		}
		return await sendContent(ctx, itemIndex, 'msgmenu', {
			head_content: ctx.getNodeParameter('question', itemIndex, '') as string,
			list,
			tail_content: ctx.getNodeParameter('closing', itemIndex, '') as string,
		});
	},
};
