import { UserInputError } from '../inputError';
import { toEpoch } from '../rows/row';
import { field, mapped, type Changes, type Field } from './fields';

/**
 * A moment that may be left out, in epoch milliseconds. A time without a zone, as n8n's calendar gives it,
 * is one in Shanghai, whatever zone the server lives in.
 */
export const optionalMoment = (
	displayName: string,
	changes: Changes = {},
): Field<number | undefined> =>
	field({ displayName, type: 'dateTime', default: '', ...changes }, (value = '') => {
		if (value === '') return undefined;
		const epoch = toEpoch(value);
		if (epoch !== undefined) return epoch;
		throw new UserInputError(
			`'${displayName}' is not a date`,
			'Enter a date with time, e.g. 2026-11-24T09:00:00+08:00.',
		);
	});

/** A moment that has to be filled in, in epoch milliseconds. */
export const moment = (displayName: string, changes: Changes = {}): Field<number> =>
	mapped(optionalMoment(displayName, { required: true, ...changes }), (epoch) => {
		if (epoch !== undefined) return epoch;
		throw new UserInputError(`'${displayName}' is empty`, `Fill in '${displayName}'.`);
	});
