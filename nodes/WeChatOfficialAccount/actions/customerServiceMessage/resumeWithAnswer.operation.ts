import { openIdField, openIdOf, requiredText, textField } from '../../descriptions/fields';
import { resume } from '../../wait/resume';
import type { ItemOperation } from '../operation';

export const resumeWithAnswer: ItemOperation = {
	option: {
		name: 'Resume With Answer',
		value: 'resumeWithAnswer',
		action: 'Resume flow with answer',
		description:
			"Bring the message of a follower to the flow that waits for it. Belongs behind the trigger and the row of 'Ask in Chat'.",
	},
	endpoints: [],
	properties: [
		textField('Resume URL', 'resumeUrl', {
			placeholder: 'e.g. {{ $json.resumeUrl }}',
			hint: "The field resumeUrl of the row that 'Ask in Chat' has made",
		}),
		openIdField,
		textField('Answer', 'answer', { placeholder: 'e.g. {{ $json.Content }}' }),
		textField('Answer ID', 'answerId', {
			required: false,
			placeholder: 'e.g. {{ $json.bizmsgmenuid }}',
			hint: 'ID of the tapped answer',
		}),
	],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const answer = requiredText(ctx, 'answer', 'Answer', itemIndex);
		const answerId = String(ctx.getNodeParameter('answerId', itemIndex, '') ?? '');
		const url = requiredText(ctx, 'resumeUrl', 'Resume URL', itemIndex);
		const resumption = await resume(ctx, itemIndex, url, { openId, answer, answerId });
		return { openId, answer, answerId: answerId || null, ...resumption };
	},
};
