import { now } from '../../../shared/engagement/fields';
import { UserInputError } from '../../../shared/inputError';
import {
	choice,
	collection,
	field,
	flag,
	integer,
	mapped,
	type Field,
} from '../../../shared/operations/fields';
import { Choices, MAX_CHOICES } from '../../../shared/commands/choices';
import type { VoteRules } from '../../engine/vote/vote';
import { count } from '../../fields/count';
import { endsAt, startsAt } from '../../fields/window';

const choices: Field<Choices> = field(
	{
		displayName: 'Choices',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		description: 'One per line. People answer with the words, the letter or the number.',
	},
	(value) => {
		const lines = (Array.isArray(value) ? value.map(String) : String(value ?? '').split('\n'))
			.map((line) => line.trim())
			.filter((line) => line !== '');
		if (lines.length < 2 || lines.length > MAX_CHOICES) {
			throw new UserInputError(
				`'Choices' has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`,
				`Enter 2 to ${MAX_CHOICES} choices, one per line.`,
			);
		}
		const all = new Choices(lines);
		const twice = all.names.find((name, position) => all.names.indexOf(name) < position);
		if (twice === undefined) return all;
		throw new UserInputError(`'Choices' has "${twice}" twice`, 'Make the choices differ.');
	},
);

const mode = choice(
	'Votes That Count',
	[
		{ name: 'Several per Day', value: 'daily', description: "See 'Votes per Day' in the options" },
		{ name: 'First Vote per Person', value: 'once', description: 'A vote is final' },
		{ name: 'Last Vote per Person', value: 'change', description: 'A vote can be changed' },
	],
	'once',
);

const options = mapped(
	collection('Options', 'Add option', {
		endsAt,
		hidesResults: flag(
			'Hide Result Until End',
			true,
			"Whether counts are shown only after 'Ends At'",
		),
		now,
		points: count('Points', 0, 'Points for taking part, once'),
		startsAt,
		votesPerDay: integer('Votes per Day', [1, 100_000], {
			description: 'Of a person, in Shanghai',
		}),
	}),
	(given) => ({
		startsAt: given.startsAt,
		endsAt: given.endsAt,
		hidesResults: given.hidesResults ?? true,
		points: given.points ?? 0,
		votesPerDay: given.votesPerDay ?? 1,
	}),
);

export const voteFields = { choices, mode, options };

/** The rules as filled in. */
export const voteRules = (values: {
	choices: Choices;
	mode: VoteRules['mode'];
	options: Omit<VoteRules, 'choices' | 'mode'>;
}): VoteRules => ({ ...values.options, choices: values.choices, mode: values.mode });
