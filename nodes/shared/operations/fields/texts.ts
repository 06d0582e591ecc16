import { UserInputError } from '../../inputError';
import { field, mapped, type Changes, type Field } from './field';

/** The text of a value, or of a list of them. An expression can give anything, and `[object Object]` is no text. */
function plainText(displayName: string, value: unknown): string {
	if (Array.isArray(value)) return value.map((entry) => plainText(displayName, entry)).join(',');
	const isObject = typeof value === 'object' && value !== null && !(value instanceof Date);
	if (!isObject && !Number.isNaN(value)) return String(value ?? '');
	throw new UserInputError(
		`'${displayName}' is ${isObject ? 'an object' : 'no number (NaN)'}, not a text`,
		'Choose the field that holds the text, e.g. {{ $json.name }} in place of {{ $json }}.',
	);
}

/** The text of a value, trimmed. @throws UserInputError when it is empty, or a number that has lost digits */
export function filled(displayName: string, value: unknown): string {
	if (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER) {
		throw new UserInputError(
			`'${displayName}' is a number that is too long to be exact`,
			'Take the ID as text from where it comes, in quotes.',
		);
	}
	const text = plainText(displayName, value).trim();
	if (text !== '') return text;
	throw new UserInputError(`'${displayName}' is empty`, `Fill in '${displayName}'.`);
}

/** A text that has to be filled in; gives it trimmed. */
export function text(displayName: string, changes: Changes = {}): Field<string> {
	return field({ displayName, type: 'string', default: '', required: true, ...changes }, (value) =>
		filled(displayName, value),
	);
}

/** A text that may be left empty; gives it as it was written. */
export function optionalText(displayName: string, changes: Changes = {}): Field<string> {
	return field({ displayName, type: 'string', default: '', ...changes }, (value) =>
		plainText(displayName, value),
	);
}

/** A text that people will read; gives it as it was written. Whoever uses it checks its length. */
export function writtenText(displayName: string, changes: Changes = {}): Field<string> {
	return optionalText(displayName, { required: true, ...changes });
}

/** An ID of digits. It stays text: WeChat's IDs may be larger than a number holds. */
export function digits(displayName: string, changes: Changes = {}): Field<string> {
	return mapped(text(displayName, changes), (value) => {
		if (/^\d+$/.test(value)) return value;
		throw new UserInputError(
			`'${displayName}' does not consist of digits`,
			'Use the ID as WeChat gave it.',
		);
	});
}
