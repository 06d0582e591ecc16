import { UserInputError } from '../../../shared/inputError';
import { optionalText } from '../../../shared/operations/fields';
import { answers } from './answers';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const sendMenu = itemOperation({
	option: {
		name: 'Send Menu',
		value: 'sendMenu',
		action: 'Send menu as customer service message',
		description: 'Ask with answers to tap. A tap comes back as a text message with bizmsgmenuid.',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	isPaced: true,
	onlyOnce: { what: 'Customer service message', isRepeatable: false },
	wording: {
		level: 'warn',
		texts: ({ question, answers: list, closing }) => [
			question,
			...list.map(({ content }) => content),
			closing,
		],
	},
	fields: senderFields({
		question: optionalText('Question'),
		answers: answers(),
		closing: optionalText('Closing Words'),
	}),
	async execute(ctx, values) {
		const { question, answers: list, closing } = values;
		if (list.length === 0) {
			throw new UserInputError("'Answers' is empty", 'Add at least one answer.');
		}
		const content = { head_content: question, list, tail_content: closing };
		return await sendMessage(ctx, values, 'msgmenu', content);
	},
});
