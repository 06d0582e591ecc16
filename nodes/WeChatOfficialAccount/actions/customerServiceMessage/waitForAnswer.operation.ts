import { UserInputError } from '../../../shared/inputError';
import { text } from '../../../shared/operations/fields';
import { toEpoch } from '../../../shared/rows/row';
import { itemOperation } from '../operation';

function deadlineOf(text: string): Date {
	const epoch = toEpoch(text);
	if (epoch !== undefined) return new Date(epoch);
	throw new UserInputError(
		"'Deadline' is not a date",
		"Give the field deadline of the row returned by 'Ask in Chat'.",
	);
}

/** Waits without sending anything: the row has to be stored between the question and the waiting. */
export const waitForAnswer = itemOperation({
	option: {
		name: 'Wait for Answer',
		value: 'waitForAnswer',
		action: 'Wait for answer in chat',
		description:
			"Let the flow wait behind 'Ask in Chat' until the answer comes or the deadline is over; the field answered tells which",
	},
	endpoints: [],
	fields: {
		deadline: text('Deadline', {
			default: '={{ $json.deadline }}',
			hint: "The field deadline of the row returned by 'Ask in Chat'",
		}),
	},
	waitUntil: ({ deadline }) => deadlineOf(deadline),
	async execute(ctx, _values, itemIndex) {
		return await Promise.resolve({ ...ctx.getInputData()[itemIndex]?.json });
	},
});
