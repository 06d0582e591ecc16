import { DAY_MS } from '../../shared/calendar/days';
import { onlyNow } from '../../shared/engagement/fields';
import { itemwise, type Result } from '../../shared/engagement/recordOperation';
import { assistantQuestions } from '../../shared/records/tables/assistantQuestions';
import { askedIn, whyPerson } from '../engine/asked';
import { asksForAnswer, resultOf } from '../engine/taking';
import { textFields } from './textFields';

const fields = { texts: textFields, options: onlyNow };

type To = 'goOn' | 'person' | 'reply';

/** What comes before everything else: who needs a person, and who waits for an answer that was promised. */
export const screen = itemwise({
	option: {
		name: 'Screen Message',
		value: 'screen',
		action: 'Screen a message',
		description:
			'Before anything answers: what is urgent, and what Text Insight calls urgent or sensitive, goes to a person; who asks for the answer that was promised gets it',
	},
	outputs: { goOn: 'Go On', reply: 'Reply', person: 'Person' },
	fields,
	tables: [assistantQuestions],
	async execute({ json, records, now }, { texts }): Promise<Array<Result<To>>> {
		const { openId, at, question } = askedIn(json, now);
		const reason = whyPerson(json, question);
		if (reason !== undefined) return [{ to: 'person', json: { ...json, reason } }];
		if (!asksForAnswer(question)) return [{ to: 'goOn', json }];
		const [last] = await records.read(assistantQuestions, {
			where: { openId, at: { from: at - DAY_MS } },
			newestFirst: true,
			limit: 1,
		});
		const reply = last ? resultOf(last, texts, at) : texts.help;
		return [{ to: 'reply', json: { ...json, reply } }];
	},
});
