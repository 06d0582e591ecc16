import type { INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../inputError';
import { field, type Changes, type Field } from './field';

/** An empty field and a yes or no are no number, though JavaScript makes one of them. */
function asNumber(stored: unknown): number {
	return typeof stored === 'boolean' || String(stored).trim() === '' ? NaN : Number(stored);
}

/** A whole number with bounds; an expression can give one outside of them. */
export function integer(
	displayName: string,
	[minValue, maxValue]: [number, number],
	changes: Changes = {},
): Field<number> {
	const property: Omit<INodeProperties, 'name'> = {
		displayName,
		type: 'number',
		typeOptions: { minValue, maxValue },
		default: minValue,
		...changes,
	};
	return field(property, (stored = property.default) => {
		const value = asNumber(stored);
		if (Number.isInteger(value) && value >= minValue && value <= maxValue) return value;
		const range =
			maxValue === Number.MAX_SAFE_INTEGER
				? `of at least ${minValue}`
				: `from ${minValue} to ${maxValue}`;
		throw new UserInputError(
			`'${displayName}' is not a whole number ${range}`,
			`Correct '${displayName}'.`,
		);
	});
}

/** A number of at least `minValue`, whole or not. */
export function number(
	displayName: string,
	minValue: number,
	changes: Changes = {},
): Field<number> {
	const property: Omit<INodeProperties, 'name'> = {
		displayName,
		type: 'number',
		typeOptions: { minValue },
		default: minValue,
		...changes,
	};
	return field(property, (stored = property.default) => {
		const value = asNumber(stored);
		if (Number.isFinite(value) && value >= minValue) return value;
		throw new UserInputError(
			`'${displayName}' is not a number of at least ${minValue}`,
			`Correct '${displayName}'.`,
		);
	});
}
