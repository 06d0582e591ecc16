import { UserInputError } from '../../../shared/inputError';
import { textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

function deadlineOf(text: string): Date {
	const deadline = new Date(text);
	if (Number.isNaN(deadline.getTime())) {
		throw new UserInputError(
			"'Deadline' is not a date",
			"Give the field deadline of the row that 'Ask in Chat' has made.",
		);
	}
	return deadline;
}

/** Waits without sending anything: the row has to be stored between the question and the waiting. */
export const waitForAnswer: ItemOperation = {
	option: {
		name: 'Wait for Answer',
		value: 'waitForAnswer',
		action: 'Wait for answer in chat',
		description:
			"Let the flow wait behind 'Ask in Chat' until the answer comes or the deadline is over; the field answered tells which",
	},
	endpoints: [],
	properties: [
		textField('Deadline', 'deadline', {
			default: '={{ $json.deadline }}',
			hint: "The field deadline of the row that 'Ask in Chat' has made",
		}),
	],
	waitUntil: (ctx) => deadlineOf(String(ctx.getNodeParameter('deadline', 0))),
	async execute(ctx, itemIndex) {
		deadlineOf(String(ctx.getNodeParameter('deadline', itemIndex)));
		return await Promise.resolve({ ...ctx.getInputData()[itemIndex]?.json });
	},
};
