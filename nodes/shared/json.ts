const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NEEDS_CARE = /\d{16,}|\p{Cc}/u;
const INTEGER = /^-?\d+$/;

/** JSON forbids raw control characters inside strings; WeChat sends them now and then. */
function escapeControls(text: string): string {
	return text.replace(
		/\p{Cc}/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/**
 * Parses JSON without losing ids: integers that a JavaScript number cannot hold exactly (message
 * ids go beyond 2^53) come back as strings. Raw control characters in strings are accepted.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
	const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	if (!NEEDS_CARE.test(source)) return JSON.parse(source);
	const exact = source.replace(STRING_OR_NUMBER, (token) => {
		if (token.startsWith('"')) return escapeControls(token);
		return INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
	return JSON.parse(exact);
}
