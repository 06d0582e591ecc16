import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import { isRecord } from '../../shared/json';
import {
	asStored,
	flag,
	integer,
	mapped,
	optionalText,
	type Field,
} from '../../shared/operations/fields';
import { assistantQuestions } from '../../shared/records/tables/assistantQuestions';
import { askedIn } from '../engine/asked';
import { factsOf } from '../engine/facts';
import { plainText, whyNot } from '../engine/judge';

const LONGEST = 300;

const asked: Field<IDataObject> = mapped(
	asStored({
		displayName: 'Asked',
		type: 'json',
		default: '',
		required: true,
		placeholder: "e.g. {{ $('Take Question').item.json }}",
		description: 'The item that the agent got: it gives back none of it',
	}),
	(value) => {
		if (isRecord(value)) return value as IDataObject;
		throw new UserInputError(
			"'Asked' is no item",
			"Use an expression for the whole item of the node before the agent, e.g. {{ $('Take Question').item.json }}.",
		);
	},
);

const fields = {
	asked,
	answer: optionalText('Answer', {
		default: '={{ $json.output }}',
		description: 'What the model has written. When it is empty, a person answers.',
	}),
	facts: asStored({
		displayName: 'Facts',
		type: 'json',
		default: '={{ $json.intermediateSteps }}',
		description:
			"What the tools have told the model: the steps of the agent, with its option 'Return Intermediate Steps', or a text. Numbers, promises and links of the answer have to stand there.",
	}),
	needsFacts: flag(
		'Needs Facts',
		true,
		'Whether an answer for which the model has looked up nothing goes to a person',
	),
	longest: integer('Longest Answer (Characters)', [20, 600], {
		default: LONGEST,
		description: 'In characters; longer ones go to a person',
	}),
	options: onlyNow,
};

/** Lets through what a model may say to a follower, and keeps it; the rest goes to a person. Each question once. */
export const checkAnswer = itemwise({
	option: {
		name: 'Check Answer',
		value: 'checkAnswer',
		action: 'Check an answer of a model',
		description:
			'Let an answer through when it is sure, clean and says nothing that is not among the facts; otherwise a person has to answer',
	},
	outputs: { fine: 'Fine', person: 'Person' },
	fields,
	tables: [assistantQuestions],
	async execute({ records, now }, { asked: item, needsFacts, longest, ...said }) {
		const { key, question } = askedIn(item, now);
		const answer = plainText(said.answer);
		const facts = factsOf(said.facts);
		const reason = whyNot({ answer, question, facts, needsFacts, longest });
		const status = reason === undefined ? 'answered' : 'person';
		const [claimed] = await records.claim(
			assistantQuestions,
			{ key, status: 'asked' },
			{ status, answer, reason: reason ?? '', answeredAt: now },
		);
		// A person has it, or another run has answered.
		if (!claimed) return [];
		return reason === undefined
			? [{ to: 'fine', json: { ...item, answer, reply: answer } }]
			: [{ to: 'person', json: { ...item, answer, reason: `AI 助手：${reason}` } }];
	},
});
