import { randomInt } from 'node:crypto';

/** No two of them look alike, so that a code can be read from a screen and typed at a counter. */
const SYMBOLS = '23456789ACEFHJKMNPRTWXY';
/** 23 symbols make 45 bits of 10. */
const LENGTH = 10;
/** Shown in two groups. */
const GROUP = 5;
/** What people type for a symbol that it resembles. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', Z: '2' };
const LOOKS_ALIKE = /[BGSZ]/g;
/** Nothing that is longer can be a code, however many spaces it has. */
const LONGEST_INPUT = 100;

/** Gives a whole number from 0 up to, and without, a bound. */
type Random = (bound: number) => number;

/** A code nobody can guess. */
export function newCode(random: Random = (bound) => randomInt(bound)): string {
	return Array.from({ length: LENGTH }, () => SYMBOLS.charAt(random(SYMBOLS.length))).join('');
}

/** A code as people read it: `7KHMX-2W9TP`. */
export const shownCode = (code: string): string =>
	code === '' ? '' : `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;

/**
 * What somebody typed, as codes are stored: without spaces, dashes and other signs, in capitals of half width,
 * each symbol in place of those that it resembles. '' when it cannot be a code.
 */
export function normaliseCode(typed: string): string {
	const code = typed
		.slice(0, LONGEST_INPUT)
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '')
		.replace(LOOKS_ALIKE, (symbol) => LOOK_ALIKES[symbol] ?? symbol);
	const isCode = code.length === LENGTH && [...code].every((symbol) => SYMBOLS.includes(symbol));
	return isCode ? code : '';
}
