/*
 * Weights as text: one character for each, none of which JSON has to escape. A table of 16,384 weights is a file of 16 KB.
 */

/** Weights go from minus to plus this. */
export const MOST = 45;

const FIRST = 0x23;
const BACKSLASH = 0x5c;

/** The character of a whole number from -45 to 45. */
export function characterOf(weight: number): string {
	const code = FIRST + MOST + Math.max(-MOST, Math.min(MOST, weight));
	return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

/** The weight at a place. */
export function weightAt(weights: string, place: number): number {
	const code = weights.charCodeAt(place);
	return (code < BACKSLASH ? code : code - 1) - FIRST - MOST;
}
