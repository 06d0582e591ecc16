import { UserInputError } from '../../../shared/inputError';
import { asStored, mapped, optionalText, type Field } from '../../../shared/operations/fields';
import { RowReader, type Row } from '../../../shared/rows/row';
import type { Book } from '../../engine/book';
import type { Prize } from '../../engine/lottery/closing';
import { storedCommitment, storedSeed } from '../../engine/lottery/commitment';
import { commitmentTo } from '../../engine/lottery/draw';
import { json } from '../../fields/json';
import { prizeList } from '../../fields/prizeList';

/** A text that may be left empty, without the blanks around it. */
export const trimmedText = (
	displayName: string,
	description: string,
	placeholder?: string,
): Field<string> =>
	mapped(
		optionalText(displayName, { description, ...(placeholder ? { placeholder } : {}) }),
		(text) => text.trim(),
	);

/** The secret of a draw. */
export const seed = trimmedText(
	'Secret',
	"Leave empty for the secret that 'Commit' has put into the known rows",
);

/** The list of who takes part, as it was published. */
export const entryCodes = (description: string): Field<unknown> =>
	json('Entry Codes', { default: '[]', description });

/**
 * The prizes of rows.
 *
 * @throws UserInputError when there is none, or one has no name, no quantity, or the name of another
 */
function prizesOf(rows: readonly Row[]): Prize[] {
	const list = rows.map((row, position) => {
		const reader = new RowReader(row, `Prize ${position + 1}`);
		return {
			name: reader.text('name'),
			quantity: reader.number('quantity', { min: 1, integer: true }),
		};
	});
	const names = list.map(({ name }) => name);
	const position = names.findIndex((name, index) => names.indexOf(name) < index);
	if (position >= 0) {
		throw new UserInputError(
			`[Prize ${position + 1}] 'name' is "${names[position]}", as in an earlier prize`,
			'Add the quantities up, or give the prizes different names.',
		);
	}
	if (list.length > 0) return list;
	throw new UserInputError("'Prizes' is empty", 'Add at least one prize.');
}

/** What can be won. */
export const prizes: Field<Prize[]> = mapped(
	prizeList(
		{
			name: asStored({
				displayName: 'Name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Coffee mug',
			}),
			quantity: asStored({
				displayName: 'Quantity',
				type: 'number',
				default: 1,
				description: 'Number of units',
			}),
		},
		'Columns: name, quantity',
	),
	prizesOf,
);

/**
 * The seed to draw with: what is filled in, or the row that *Commit* gave.
 *
 * @throws UserInputError when there is none, or it is not the one that was committed to
 */
export function seedOf(given: string, book: Book, activityId: string): string {
	const found = given || storedSeed(book, activityId);
	if (found === '') {
		throw new UserInputError(
			"'Secret' is empty, and the known rows hold none",
			"Run 'Commit' when the activity starts and pass its rows, or enter the secret.",
		);
	}
	const commitment = storedCommitment(book, activityId);
	if (commitment !== '' && commitment !== commitmentTo(found)) {
		throw new UserInputError(
			"'Secret' is not the one that was committed to",
			`Its fingerprint (SHA-256) has to be ${commitment}.`,
		);
	}
	return found;
}
