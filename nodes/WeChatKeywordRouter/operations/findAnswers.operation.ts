import { onlyNow } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { integer, writtenText } from '../../shared/operations/fields';
import { keywords } from '../../shared/records/tables/keywords';
import { entriesFor } from '../engine/nearest';
import { libraryContent } from '../records/library';

const fields = {
	question: writtenText('Question', {
		placeholder: "e.g. {{ $fromAI('question') }}",
		description: 'What somebody wants to know',
	}),
	mostCharacters: integer('Characters', [200, 20_000], {
		default: 3_000,
		description: 'So much of the library is given, what may be meant first',
	}),
	options: onlyNow,
};

/** Reads the library and keeps nothing: for a model that answers from it. */
export const findAnswers = itemwise({
	option: {
		name: 'Find Answers',
		value: 'findAnswers',
		action: 'Find answers for a model',
		description: 'Keywords and replies that may answer a question, as facts for an AI agent',
	},
	outputs: { answers: 'Answers' },
	fields,
	tables: [keywords],
	async execute({ records, now }, { question, mostCharacters }) {
		const library = await libraryContent.of(records);
		const answers = entriesFor(question, library, now, mostCharacters);
		return [{ to: 'answers', json: { answers: answers.map((entry) => ({ ...entry })) } }];
	},
});
