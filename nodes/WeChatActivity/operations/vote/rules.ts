import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { Choices, MAX_CHOICES } from '../../engine/choice';
import type { VoteRules } from '../../engine/vote/vote';
import { endsAtField, numberField, startsAtField } from '../fields';
import type { Run } from '../run';

export const choicesField: INodeProperties = {
	displayName: 'Choices',
	name: 'choices',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	description: 'One a line. People answer with the words, the letter or the number.',
};

export const modeField: INodeProperties = {
	displayName: 'Votes That Count',
	name: 'mode',
	type: 'options',
	options: [
		{
			name: 'A Number Every Day',
			value: 'daily',
			description: "See 'Votes per Day' in the options",
		},
		{ name: 'First of a Person', value: 'once', description: 'A vote is final' },
		{ name: 'Last of a Person', value: 'change', description: 'A vote can be changed' },
	],
	default: 'once',
};

export const voteOptions: INodeProperties[] = [
	endsAtField,
	{
		displayName: 'Hide Result Until End',
		name: 'hidesResults',
		type: 'boolean',
		default: true,
		description: "Whether numbers come out only after 'Ends At'",
	},
	numberField('Points', 'points', 0, 'Points for taking part, once'),
	startsAtField,
	numberField('Votes per Day', 'votesPerDay', 1, 'Of a person, in Shanghai'),
];

function choicesOf(run: Run): Choices {
	const value: unknown = run.ctx.getNodeParameter('choices', 0, '');
	const lines = (Array.isArray(value) ? value.map(String) : String(value).split('\n'))
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const choices = new Choices(lines);
	if (lines.length < 2 || lines.length > MAX_CHOICES) {
		throw new UserInputError(
			`'Choices' has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`,
			`Enter 2 to ${MAX_CHOICES} choices, one a line.`,
		);
	}
	const twice = choices.names.find((name, position) => choices.names.indexOf(name) < position);
	if (twice !== undefined) {
		throw new UserInputError(`'Choices' has "${twice}" twice`, 'Make the choices differ.');
	}
	return choices;
}

function modeOf(run: Run): VoteRules['mode'] {
	const mode = run.text('mode', 'Votes That Count', 0);
	return mode === 'daily' || mode === 'change' ? mode : 'once';
}

export function voteRules(run: Run): VoteRules {
	return {
		...run.window(),
		choices: choicesOf(run),
		mode: modeOf(run),
		votesPerDay: run.option('votesPerDay', 'Votes per Day', 1, 1),
		points: run.option('points', 'Points', 0),
		hidesResults: run.optionFlag('hidesResults', true),
	};
}
