import { HOUR_MS } from '../calendar/days';
import { UserInputError } from '../inputError';

/**
 * The time until which a flow waits.
 *
 * @param label of the field that holds the hours
 * @param now epoch milliseconds
 * @throws UserInputError for a time that no calendar has
 */
export function deadlineAfter(label: string, hours: number, now: number): Date {
	const until = new Date(now + hours * HOUR_MS);
	if (!Number.isNaN(until.getTime())) return until;
	throw new UserInputError(`'${label}' is too large`, 'Enter fewer hours.');
}
