import { field, optionalText, text } from '../../../shared/operations/fields';
import { openId } from '../../descriptions/common';
import { resume } from '../../wait/resume';
import { answerAmong, answersOfRow } from '../../wait/answers';
import { itemOperation } from '../operation';

export const resumeWithAnswer = itemOperation({
	option: {
		name: 'Resume With Answer',
		value: 'resumeWithAnswer',
		action: 'Resume flow with answer',
		description:
			"Bring the message of a follower to the flow that waits for it. Belongs behind the trigger and the row of 'Ask in Chat'.",
	},
	endpoints: [],
	fields: {
		resumeUrl: text('Resume URL', {
			placeholder: 'e.g. {{ $json.resumeUrl }}',
			hint: "The field resumeUrl of the row returned by 'Ask in Chat'",
		}),
		openId,
		answer: text('Answer', { placeholder: 'e.g. {{ $json.Content }}' }),
		answerId: optionalText('Answer ID', {
			placeholder: 'e.g. {{ $json.bizmsgmenuid }}',
			hint: 'ID of the tapped answer',
		}),
		answers: field(
			{
				displayName: 'Answers',
				type: 'json',
				default: '[]',
				placeholder: 'e.g. {{ $json.answers }}',
				hint: "The field answers of the row returned by 'Ask in Chat'",
				description:
					'With them, only one of these answers resumes the flow, tapped or written and nothing else. Without any, whatever the follower writes does.',
			},
			answersOfRow,
		),
	},
	async execute(ctx, { resumeUrl, openId, answer, answerId, answers }, itemIndex) {
		const meant = answerAmong(answers, { answer, answerId });
		if (!meant) {
			const reason = 'This is none of the answers to the question';
			return { openId, answer, answerId: answerId || null, resumed: false, reason };
		}
		const resumption = await resume(ctx, itemIndex, resumeUrl, { openId, ...meant });
		return { openId, answer: meant.answer, answerId: meant.answerId || null, ...resumption };
	},
});
