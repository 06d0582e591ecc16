import { UserInputError } from '../inputError';
import { field, type Changes, type Field } from '../operations/fields';

export interface NumberRange {
	/** What an empty field counts as. */
	fallback: number;
	/** 0 when it is absent. */
	min?: number;
	max?: number;
	/** Whether only whole numbers are taken. */
	integer?: boolean;
}

function parsed(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/**
 * The number of a field or an option, which an expression may give as text.
 *
 * @throws UserInputError when it is no number, or not one of the range; so it is told before anything is done
 */
export function numberFrom(
	value: unknown,
	label: string,
	{ fallback, min = 0, max = Number.POSITIVE_INFINITY, integer = false }: NumberRange,
): number {
	if (value === undefined || value === null || value === '') return fallback;
	const number = parsed(value);
	const isRight = Number.isFinite(number) && (!integer || Number.isInteger(number));
	if (isRight && number >= min && number <= max) return number;
	const range = max === Number.POSITIVE_INFINITY ? `of ${min} or more` : `from ${min} to ${max}`;
	throw new UserInputError(
		`'${label}' is ${String(value)}`,
		`Enter a ${integer ? 'whole number' : 'number'} ${range}.`,
	);
}

/** A number of an operation with declared fields; empty counts as the fallback of its range. */
export function ranged(
	displayName: string,
	range: NumberRange,
	changes: Changes = {},
): Field<number> {
	const { fallback, min = 0, max, integer = false } = range;
	const typeOptions = {
		minValue: min,
		...(max === undefined ? {} : { maxValue: max }),
		...(integer ? {} : { numberPrecision: 2 }),
	};
	return field(
		{ displayName, type: 'number', typeOptions, default: fallback, ...changes },
		(value) => numberFrom(value, displayName, range),
	);
}
