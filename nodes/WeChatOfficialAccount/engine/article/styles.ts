/** Declarations of a style, by property, in their order. */
export type Style = Record<string, string>;

/** A style that is longer is no style that a person needs; it is left out. */
const MAX_LENGTH = 4_000;

/** What WeChat takes away, or what could run something. */
const FORBIDDEN = /^(?:position|behavior|-moz-binding|-ms-behavior)$/;
const PROPERTY = /^-?[a-z][a-z-]*$/;

/** Escapes hide what a value means; braces, brackets and at-rules do not belong into one. */
const SUSPICIOUS = /[\\<>{}@]|expression|javascript:|vbscript:/i;

/** Pictures of WeChat's own; others vanish, and tell their server who reads the article. */
const OWN_PICTURE = /^url\(\s*["']?https?:\/\/mmbiz\.(?:qpic|qlogo)\.cn\/[^()"'\s]*["']?\s*\)$/i;

/** Pieces between semicolons that stand neither in quotes nor in brackets. */
function pieces(css: string): string[] {
	const found: string[] = [];
	let start = 0;
	let quote = '';
	let depth = 0;
	for (let position = 0; position < css.length; position++) {
		const character = css[position] ?? '';
		if (quote) {
			if (character === quote) quote = '';
		} else if (character === '"' || character === "'") quote = character;
		else if (character === '(') depth += 1;
		else if (character === ')') depth = Math.max(depth - 1, 0);
		else if (character === ';' && depth === 0) {
			found.push(css.slice(start, position));
			start = position + 1;
		}
	}
	return [...found, css.slice(start)];
}

function isAllowed(property: string, value: string): boolean {
	if (!PROPERTY.test(property) || FORBIDDEN.test(property)) return false;
	if (value === '' || value.includes('/*') || SUSPICIOUS.test(`${property}:${value}`)) return false;
	const pictures: string[] = value.match(/(?:url|image|image-set)\([^)]*\)?/gi) ?? [];
	return pictures.every((picture) => OWN_PICTURE.test(picture));
}

/** The declarations of a style that WeChat keeps and that can do no harm. */
export function styleOf(css: string): Style {
	if (css.length > MAX_LENGTH) return {};
	const style: Style = {};
	for (const piece of pieces(css)) {
		const colon = piece.indexOf(':');
		const property = piece.slice(0, Math.max(colon, 0)).trim().toLowerCase();
		// WeChat empties a style whose double quotes have been escaped on the way.
		const value = piece
			.slice(colon + 1)
			.trim()
			.replace(/"/g, "'");
		if (isAllowed(property, value)) style[property] = value;
	}
	return style;
}

/** A style as it is written into an element. */
export const cssOf = (style: Style): string =>
	Object.entries(style)
		.map(([property, value]) => `${property}:${value}`)
		.join(';');
