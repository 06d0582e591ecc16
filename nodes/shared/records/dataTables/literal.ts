import type { Cell } from '../columns';

/** Anything but letters, digits and what keys are made of. */
const UNSAFE = /[^A-Za-z0-9_ :.-]/g;

const escaped = (character: string): string =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A value as a parameter of one of n8n's nodes. To n8n a text that begins with `=` is an expression; such a one
 * becomes an expression that says the text, with everything escaped that could mean something.
 */
export function literal(value: Cell): Cell {
	if (typeof value !== 'string' || !value.startsWith('=')) return value;
	return `={{ "${value.replace(UNSAFE, escaped)}" }}`;
}
