import type { INodePropertyOptions } from 'n8n-workflow';
import { UserInputError } from '../../inputError';
import { field, type Changes, type Field } from './field';

/** A switch. @param description begins with "Whether" */
export function flag(
	displayName: string,
	isOn: boolean,
	description: string,
	changes: Changes = {},
): Field<boolean> {
	return field(
		{ displayName, type: 'boolean', default: isOn, description, ...changes },
		(value = isOn) => value === true || value === 'true',
	);
}

interface Option<Value extends number | string> extends INodePropertyOptions {
	value: Value;
}

function noOption(
	displayName: string,
	options: ReadonlyArray<Option<number | string>>,
	stored: unknown,
): UserInputError {
	return new UserInputError(
		`'${displayName}' has no option "${String(stored)}"`,
		`Choose one of: ${options.map(({ name }) => name).join(', ')}.`,
	);
}

/** One of a list. */
export function choice<const Value extends number | string>(
	displayName: string,
	options: ReadonlyArray<Option<Value>>,
	chosen: NoInfer<Value>,
	changes: Changes = {},
): Field<Value> {
	return field(
		{ displayName, type: 'options', options: [...options], default: chosen, ...changes },
		(stored = chosen) => {
			const found = options.find(({ value }) => value === stored);
			if (found) return found.value;
			throw noOption(displayName, options, stored);
		},
	);
}
