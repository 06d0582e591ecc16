import { FIELDS_SOURCE, JSON_SOURCE, rowsOf } from '../../../shared/engagement/rows';
import {
	choice,
	field,
	group,
	optionalText,
	rows,
	type Field,
} from '../../../shared/operations/fields';
import { Content } from '../../../shared/records/content';
import type { Records } from '../../../shared/records/port';
import { quizQuestions } from '../../../shared/records/tables/quizQuestions';
import type { Row } from '../../../shared/rows/row';
import { readBank, type Bank } from '../../engine/quiz/bank';
import { count } from '../../fields/count';

/** Where questions come from: those of the node, or the table. */
export type QuestionSource = { kind: 'rows'; rows: Row[] } | { kind: 'table' };

const HINT =
	'Columns: id, question, options (| between) or optionA, optionB …, answer, points, explanation';

const from = choice(
	'Questions From',
	[
		FIELDS_SOURCE,
		JSON_SOURCE,
		{
			name: 'Table of Questions',
			value: 'table',
			description:
				"The table 'quiz_questions' of the records, for many questions; made with examples on first use",
		},
	],
	'fields',
);

const defined = rows(
	'Questions',
	['entry', 'Entry'],
	{
		answer: optionalText('Answer', {
			description:
				'The right choice or its letter; without choices, what counts as right (| between)',
		}),
		explanation: optionalText('Explanation', { description: 'Said after the answer' }),
		id: optionalText('ID', { description: 'Of your own, never to be changed while the quiz runs' }),
		options: optionalText('Options', {
			description: 'Choices with | between. Leave empty for a question answered in words.',
		}),
		points: count('Points', 1, 'For the right answer'),
		question: optionalText('Question', { description: 'What is asked' }),
	},
	{
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Question',
		description: HINT,
		displayOptions: { show: { questionsFrom: ['fields'] } },
	},
);

const listed = field(
	{
		displayName: 'Questions',
		type: 'json',
		default: '[]',
		displayOptions: { show: { questionsFrom: ['json'] } },
		placeholder: "e.g. {{ $('Get rows').all() }}",
		hint: HINT,
	},
	(value) => rowsOf(value, 'Questions'),
);

/** The questions of a quiz, as filled in. */
export const questions: Field<QuestionSource> = group(
	{ questionsFrom: from, questionsDefined: defined, questions: listed },
	(values): QuestionSource => {
		if (values.questionsFrom === 'table') return { kind: 'table' };
		const isListed = values.questionsFrom === 'json';
		return {
			kind: 'rows',
			rows: isListed ? values.questions : values.questionsDefined.map((entry) => ({ ...entry })),
		};
	},
);

const contents = new Content(quizQuestions, (all) => all.filter(({ isOff }) => !isOff));

/** The questions ready to be asked; those of a table are read again when somebody has changed it. */
export async function bankOf(
	source: QuestionSource,
	records: Records,
	activityId: string,
): Promise<Bank> {
	if (source.kind === 'rows') return readBank(source.rows);
	const all = await contents.of(records);
	return readBank(
		all
			.filter((row) => row.activityId === '' || row.activityId === activityId)
			.map(({ key, question, options, answer, points, explanation }) => ({
				id: key || question,
				question,
				options,
				answer,
				points,
				explanation,
			})),
	);
}
