/**
 * One pattern of several, so that a long list of alternatives stands on lines that a person can read.
 *
 * @param parts with the same flags
 */
export const anyOf = (...parts: readonly RegExp[]): RegExp =>
	new RegExp(parts.map(({ source }) => source).join('|'), parts[0]?.flags);
