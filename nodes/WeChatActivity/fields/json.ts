import { UserInputError } from '../../shared/inputError';
import { valueOfJson } from '../../shared/json';
import { field, type Changes, type Field } from '../../shared/operations/fields';

/** What a JSON field holds; text is parsed, and an empty one is null. Whoever uses it checks what it is. */
export const json = (displayName: string, changes: Changes): Field<unknown> =>
	field({ displayName, type: 'json', default: '{}', ...changes }, (value) => {
		if (typeof value !== 'string') return value ?? null;
		const parsed = valueOfJson(value.trim() === '' ? 'null' : value);
		if (parsed !== undefined) return parsed;
		throw new UserInputError(
			`'${displayName}' is not JSON`,
			'Paste it as it was published, or use an expression.',
		);
	});
