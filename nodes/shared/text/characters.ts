/**
 * What XML 1.0 has no place for: control characters but tab and line ends, halves of a surrogate pair, U+FFFE
 * and U+FFFF.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const NUL = '\u0000';

/** The text without the characters that XML 1.0 forbids; all others stay as they are. */
export function withoutForbidden(text: string): string {
	return text.replace(FORBIDDEN, '');
}

/** The text without U+0000, the one character that PostgreSQL cannot store. */
export function withoutNul(text: string): string {
	return text.includes(NUL) ? text.replaceAll(NUL, '') : text;
}
