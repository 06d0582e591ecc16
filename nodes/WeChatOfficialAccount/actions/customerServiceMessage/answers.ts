import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import {
	mapped,
	optionalText,
	rows,
	type Changes,
	type Field,
} from '../../../shared/operations/fields';

/** An answer of a menu message; its ID comes back when it is tapped. */
export interface Answer extends IDataObject {
	id: string;
	content: string;
}

const row = {
	id: optionalText('ID', { description: 'Comes back as bizmsgmenuid' }),
	content: optionalText('Text'),
};

/** Answers to tap. Gives those that were filled in; each needs its ID and its text. */
export const answers = (changes: Changes = {}): Field<Answer[]> =>
	mapped(
		rows('Answers', ['answer', 'Answer'], row, {
			placeholder: 'Add Answer',
			required: true,
			...changes,
		}),
		(list) => {
			const filled = list.map(({ id, content }) => ({ id, content }));
			if (filled.every(({ id, content }) => id !== '' && content !== '')) return filled;
			throw new UserInputError("'Answers' is not complete", 'Give every answer an ID and a text.');
		},
	);
