import { UserInputError } from '../inputError';

/** The store cannot be reached or used; says which table, and what to do about it. */
export class RecordsError extends UserInputError {
	constructor(message: string, advice: string) {
		super(message, advice);
		this.name = 'RecordsError';
	}
}
