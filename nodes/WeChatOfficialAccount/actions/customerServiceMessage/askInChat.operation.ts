import { checkText } from '../../../shared/message/customMessage';
import { numberField, requiredText, textField } from '../../descriptions/fields';
import { resumeUrlOf } from '../../wait/resume';
import { answersField, answersOf } from './answers';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

const HOUR_MS = 3_600_000;

export const askInChat: ItemOperation = {
	option: {
		name: 'Ask in Chat',
		value: 'askInChat',
		action: 'Ask question in chat',
		description:
			"Ask a follower, and give the row to keep until the answer comes. Put 'Wait for Answer' behind it.",
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	properties: senderFields([
		textField('Question', 'question', { typeOptions: { rows: 3 } }),
		{
			...answersField,
			required: false,
			description: 'To tap. Without any, the next message of the follower is the answer.',
		},
		numberField('Wait at Most (Hours)', 'waitHours', [0, 720], {
			default: 24,
			description: 'Gives the deadline of the row',
		}),
	]),
	async execute(ctx, itemIndex) {
		const question = checkText(requiredText(ctx, 'question', 'Question', itemIndex));
		const answers = answersOf(ctx, itemIndex);
		const waitHours = Number(ctx.getNodeParameter('waitHours', itemIndex, 24));
		const { openId } =
			answers.length > 0
				? await sendContent(ctx, itemIndex, 'msgmenu', { head_content: question, list: answers })
				: await sendContent(ctx, itemIndex, 'text', { content: question });
		return {
			openId,
			question,
			answers,
			resumeUrl: resumeUrlOf(ctx, itemIndex),
			deadline: new Date(Date.now() + waitHours * HOUR_MS).toISOString(),
			answered: false,
		};
	},
};
