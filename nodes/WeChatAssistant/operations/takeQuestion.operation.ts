import { DAY_MS } from '../../shared/calendar/days';
import { onlyNow } from '../../shared/engagement/fields';
import { itemwise, type Result } from '../../shared/engagement/recordOperation';
import { integer } from '../../shared/operations/fields';
import { assistantQuestions } from '../../shared/records/tables/assistantQuestions';
import { askedIn, whyPerson } from '../engine/asked';
import { resultOf, take } from '../engine/taking';
import { textFields } from './textFields';

const PER_DAY = 20;

const fields = {
	perDay: integer('Questions a Day', [1, 1_000], {
		default: PER_DAY,
		description: 'So many questions of one follower go to the model on a day',
	}),
	texts: textFields,
	options: onlyNow,
};

type To = 'ask' | 'person' | 'reply';

/** Decides what becomes of a message that the library does not answer, and keeps the question for the model. */
export const takeQuestion = itemwise({
	option: {
		name: 'Take Question',
		value: 'takeQuestion',
		action: 'Take a question to the assistant',
		description:
			"Decide whether a model may answer: what is urgent, sensitive or asks for a person goes to a person; 'prompt' holds the question and what was said before",
	},
	outputs: { ask: 'Ask', reply: 'Reply', person: 'Person' },
	fields,
	tables: [assistantQuestions],
	async execute({ json, records, now }, { perDay, texts }): Promise<Array<Result<To>>> {
		const asked = askedIn(json, now);
		const { key, openId, at, question } = asked;
		const earlier = await records.read(assistantQuestions, {
			where: { openId, at: { from: at - DAY_MS } },
		});
		const taken = take(asked, earlier, { perDay, texts, reason: whyPerson(json, question) });
		if (taken.to === 'person') {
			return [{ to: 'person', json: { ...json, question, reason: taken.reason } }];
		}
		if (taken.to === 'reply') return [{ to: 'reply', json: { ...json, reply: taken.reply } }];
		const row = { key, openId, at, question, status: 'asked' };
		const [added] = await records.add(assistantQuestions, [row]);
		// Delivered twice at the same moment: the model is asked once.
		if (added && !added.isNew) {
			return [{ to: 'reply', json: { ...json, reply: resultOf(added.row, texts, at) } }];
		}
		const { reply, prompt } = taken;
		return [{ to: 'ask', json: { ...json, question, reply, prompt } }];
	},
});
