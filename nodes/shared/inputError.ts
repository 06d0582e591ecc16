/** A value in the node or in its items cannot be used; found before anything is done with it. */
export class UserInputError extends Error {
	constructor(
		/** What is wrong, with the name of the field and, for an item, its number. */
		message: string,
		/** What to do about it. */
		readonly advice: string,
	) {
		super(message);
		this.name = 'UserInputError';
	}
}
