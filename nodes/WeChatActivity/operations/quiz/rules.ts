import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { readBank } from '../../engine/quiz/bank';
import type { QuizRules } from '../../engine/quiz/replay';
import { endsAtField, listFields, numberField, startsAtField } from '../fields';
import type { Run } from '../run';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

export const questionFields: INodeProperties[] = listFields(
	{
		displayName: 'Questions',
		name: 'questions',
		entry: 'Question',
		hint: 'Columns: id, question, options (| between) or optionA, optionB …, answer, points, explanation',
	},
	[
		text(
			'Answer',
			'answer',
			'The right choice or its letter; without choices, what counts as right (| between)',
		),
		text('Explanation', 'explanation', 'Said after the answer'),
		text('ID', 'id', 'Of your own, never to be changed while the quiz runs'),
		text(
			'Options',
			'options',
			'Choices with | between. Leave empty for a question answered in words.',
		),
		numberField('Points', 'points', 1, 'For the right answer'),
		text('Question', 'question', 'What is asked'),
	],
);

const START_WORDS = '答题,开始答题';

export const startWordsField: INodeProperties = {
	displayName: 'Start Words',
	name: 'startWords',
	type: 'string',
	default: START_WORDS,
	description: 'Comma-separated messages or menu keys that start the quiz, or resume it',
};

/** What has to be the same whenever the rows of a quiz are read. */
export const quizOptions: INodeProperties[] = [
	numberField('Attempts', 'attempts', 1, 'How often a person may play; the best attempt counts'),
	endsAtField,
	numberField('Questions per Attempt', 'questionCount', 0, '0 for all questions'),
	numberField(
		'Seconds per Question',
		'secondsPerQuestion',
		0,
		'A later answer is wrong; 0 for any time',
	),
	{
		displayName: 'Seed',
		name: 'seed',
		type: 'string',
		default: '',
		description:
			'What the orders of questions and choices follow from. Leave empty for the activity ID.',
	},
	{
		displayName: 'Shuffle Choices',
		name: 'shufflesOptions',
		type: 'boolean',
		default: true,
		description: 'Whether everybody sees the choices in an order of their own',
	},
	{
		displayName: 'Shuffle Questions',
		name: 'shufflesQuestions',
		type: 'boolean',
		default: true,
		description: 'Whether everybody gets the questions in an order of their own',
	},
	startsAtField,
];

/** Rules for an activity: the order of questions depends on its ID unless a seed is given. */
export function quizRules(run: Run): (activityId: string) => QuizRules {
	const words: unknown = run.ctx.getNodeParameter('startWords', 0, START_WORDS);
	const startWords = String(words)
		.split(/[,，;；\n]/)
		.filter((word) => word.trim() !== '');
	if (startWords.length === 0) {
		throw new UserInputError("'Start Words' is empty", 'Enter at least one word.');
	}
	const seed = run.optionText('seed');
	const rules = {
		...run.window(),
		bank: readBank(run.list('questions', 'Questions')),
		startWords,
		questionCount: run.option('questionCount', 'Questions per Attempt', 0),
		secondsPerQuestion: run.option('secondsPerQuestion', 'Seconds per Question', 0),
		attempts: run.option('attempts', 'Attempts', 1, 1),
		shufflesQuestions: run.optionFlag('shufflesQuestions', true),
		shufflesOptions: run.optionFlag('shufflesOptions', true),
	};
	return (activityId) => ({ ...rules, seed: seed || activityId });
}
