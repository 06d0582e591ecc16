import { withoutForbidden, withoutNul } from './text/characters';

/**
 * A string, also one that never ends, or every quotation mark in it would be tried as a beginning; or a number
 * that may be too long to be exact.
 */
const STRING_OR_LONG_NUMBER =
	/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|(?:(?<![\d.eE+])-|(?<![\d.eE+-]))\d{16,}(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const CONTROL = /\p{Cc}/u;
const CONTROLS = /\p{Cc}/gu;
const NEEDS_CARE = /\d{16,}|\p{Cc}/u;
const INTEGER = /^-?\d+$/;
const ESCAPED_NUL = '\\u0000';
/** Any escape, so that the second half of an escaped backslash is not taken for the beginning of one. */
const ESCAPE = /\\(?:u0000|[\s\S])/g;

/** Escape of each control character, by its code; the last one is U+009F. */
const ESCAPES = Array.from(
	{ length: 160 },
	(_, code) => `\\u${code.toString(16).padStart(4, '0')}`,
);

/** JSON forbids raw control characters inside strings; WeChat sends them now and then. */
function escapeControls(text: string): string {
	if (!CONTROL.test(text)) return text;
	return text.replace(CONTROLS, (character) => ESCAPES[character.charCodeAt(0)] ?? '');
}

function keepExact(source: string): string {
	return source.replace(STRING_OR_LONG_NUMBER, (token) => {
		if (token.startsWith('"')) return escapeControls(token);
		return INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
}

/**
 * Parses JSON without losing ids: integers that a JavaScript number cannot hold exactly (message
 * ids go beyond 2^53) come back as strings. Raw control characters in strings are accepted; U+0000 is left
 * out, as PostgreSQL cannot store it.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
	const source = withoutNul(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
	const exact = NEEDS_CARE.test(source) ? keepExact(source) : source;
	if (!exact.includes(ESCAPED_NUL)) return JSON.parse(exact);
	// In names as well as in values.
	return JSON.parse(exact.replace(ESCAPE, (escape) => (escape === ESCAPED_NUL ? '' : escape)));
}

/** An object, as opposed to a list, a text, or nothing. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text: numbers, which JSON sends, count as text. Empty for anything else. */
export const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What a JSON text holds that a person entered or a table keeps; undefined where it is no JSON. */
export function valueOfJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * An integer that a JavaScript number cannot hold. WeChat wants ids as numbers and ids go beyond 2^53, so
 * `writeJson` writes its digits as they are.
 */
export class BigJsonInteger {
	constructor(readonly digits: string) {}
}

/**
 * An id of digits as WeChat wants it in JSON: the very integer, however long.
 *
 * @param digits as WeChat gave them, `[0-9]+`
 */
export function jsonInteger(digits: string): number | BigJsonInteger {
	const value = Number(digits);
	return Number.isSafeInteger(value) ? value : new BigJsonInteger(digits.replace(/^0+(?=\d)/, ''));
}

/**
 * The JSON of a value, as `JSON.stringify` writes it, with integers of any length and texts without the
 * characters that XML forbids: WeChat passes texts on as XML.
 */
export function writeJson(value: unknown): string {
	if (value instanceof BigJsonInteger) return value.digits;
	if (typeof value === 'string') return JSON.stringify(withoutForbidden(value));
	if (Array.isArray(value)) {
		return `[${value.map((entry) => (entry === undefined ? 'null' : writeJson(entry))).join(',')}]`;
	}
	if (typeof value !== 'object' || value === null || 'toJSON' in value) {
		return JSON.stringify(value) ?? 'null';
	}
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.map(([name, member]) => `${writeJson(name)}:${writeJson(member)}`);
	return `{${members.join(',')}}`;
}
