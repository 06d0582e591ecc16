import { HOUR_MS } from '../../../shared/calendar/days';
import { checkText } from '../../../shared/message/customMessage';
import { integer, text } from '../../../shared/operations/fields';
import { untappable } from '../../../shared/text/untappable';
import { resumeUrlOf } from '../../wait/resume';
import { answers } from './answers';
import { senderFields, sendMessage } from './sender';
import { itemOperation } from '../operation';

export const askInChat = itemOperation({
	option: {
		name: 'Ask in Chat',
		value: 'askInChat',
		action: 'Ask question in chat',
		description:
			"Ask a follower, and give the row to keep until the answer comes. Put 'Wait for Answer' behind it.",
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	onlyOnce: { what: 'Question in the chat', isRepeatable: false },
	wording: {
		level: 'warn',
		texts: ({ question, answers: list }) => [question, ...list.map(({ content }) => content)],
	},
	fields: senderFields({
		question: text('Question', { typeOptions: { rows: 3 } }),
		answers: answers({
			required: false,
			description: 'To tap. Without any, the next message of the follower is the answer.',
		}),
		waitHours: integer('Wait at Most (Hours)', [0, 720], {
			default: 24,
			description: 'Gives the deadline of the row',
		}),
	}),
	async execute(ctx, values, itemIndex) {
		// All of it is read, and so checked, before anything is sent.
		const { waitHours } = values;
		const list = values.answers.map(({ id, content }) => ({ id, content: untappable(content) }));
		// The whole question or none: what is asked about may come from anybody.
		const question = checkText(untappable(values.question));
		const { openId } =
			list.length > 0
				? await sendMessage(ctx, values, 'msgmenu', { head_content: question, list })
				: await sendMessage(ctx, values, 'text', { content: question });
		return {
			openId,
			question,
			answers: list,
			resumeUrl: resumeUrlOf(ctx, itemIndex),
			deadline: new Date(Date.now() + waitHours * HOUR_MS).toISOString(),
			answered: false,
		};
	},
});
