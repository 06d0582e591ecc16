import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { RowReader } from '../../../shared/rows/row';
import type { Book } from '../../engine/book';
import type { Prize } from '../../engine/lottery/draw';
import { commitmentTo } from '../../engine/lottery/draw';
import { storedCommitment, storedSeed } from '../../engine/lottery/lottery';
import type { Run } from '../run';

export const seedField: INodeProperties = {
	displayName: 'Seed',
	name: 'seed',
	type: 'string',
	default: '',
	description: "Leave empty for the seed that 'Commit' has put into the known rows",
};

/**
 * The prizes as filled in.
 *
 * @throws UserInputError when there is none, or one has no name, no quantity, or the name of another
 */
export function prizesOf(run: Run): Prize[] {
	const prizes = run.list('prizes', 'Prizes').map((entry, position) => {
		const reader = new RowReader(entry, `Prize ${position + 1}`);
		return {
			name: reader.text('name'),
			quantity: reader.number('quantity', { min: 1, integer: true }),
		};
	});
	const names = prizes.map(({ name }) => name);
	const position = names.findIndex((name, index) => names.indexOf(name) < index);
	if (position >= 0) {
		throw new UserInputError(
			`[Prize ${position + 1}] 'name' is "${names[position]}", as in an earlier prize`,
			'Add the quantities up, or give the prizes different names.',
		);
	}
	if (prizes.length > 0) return prizes;
	throw new UserInputError("'Prizes' is empty", 'Add at least one prize.');
}

/**
 * The seed to draw with: the field, or the row that *Commit* gave.
 *
 * @throws UserInputError when there is none, or it is not the one that was committed to
 */
export function seedOf(run: Run, book: Book, activityId: string, itemIndex: number): string {
	const seed = run.text('seed', 'Seed', itemIndex) || storedSeed(book, activityId);
	if (seed === '') {
		throw new UserInputError(
			"'Seed' is empty, and the known rows hold none",
			"Run 'Commit' when the activity starts and pass its rows, or enter the seed.",
		);
	}
	const commitment = storedCommitment(book, activityId);
	if (commitment !== '' && commitment !== commitmentTo(seed)) {
		throw new UserInputError(
			"'Seed' is not the one that was committed to",
			`Its SHA-256 has to be ${commitment}.`,
		);
	}
	return seed;
}
