/** The UTF-16 units with which a match can begin; undefined where it can be any, or empty. */
export type Beginnings = ReadonlySet<number> | undefined;

/** What a part of a pattern can begin with, and whether it can be empty. */
interface Part {
	units: ReadonlySet<number> | undefined;
	isEmpty: boolean;
	/** Position behind it. */
	end: number;
}

const NOTHING: ReadonlySet<number> = new Set();
const LONGEST_RANGE = 128;
/** A group that takes no characters: it looks ahead or back. */
const LOOK = /^\(\?<?[=!]/;
const QUANTIFIER = /^(?:[*+?]|\{(\d+),?\d*\})\??/;

/** Both cases of a character, as units. */
function unitsOf(character: string): number[] {
	return [character, character.toLowerCase(), character.toUpperCase()].map((each) =>
		each.charCodeAt(0),
	);
}

/** Position behind the bracket that closes the one at a position. */
function closing(source: string, start: number): number {
	let depth = 0;
	for (let at = start; at < source.length; at++) {
		const sign = source.charAt(at);
		if (sign === '\\') at += 1;
		else if (sign === '[') at = classEnd(source, at) - 1;
		else if (sign === '(') depth += 1;
		else if (sign === ')' && --depth === 0) return at + 1;
	}
	return source.length;
}

function classEnd(source: string, start: number): number {
	let at = start + 1;
	while (at < source.length && source.charAt(at) !== ']') at += source.charAt(at) === '\\' ? 2 : 1;
	return at + 1;
}

/** The characters of `[…]`; undefined where they cannot be listed. */
function classUnits(inside: string): ReadonlySet<number> | undefined {
	if (inside.startsWith('^') || /\\[a-z]/i.test(inside.replace(/\\d/g, ''))) return undefined;
	const signs = [...inside.replace(/\\d/g, '0-9').replace(/\\(.)/g, '$1')];
	const units = new Set<number>();
	for (let at = 0; at < signs.length; at++) {
		const [first = '', dash, last] = signs.slice(at, at + 3);
		if (dash !== '-' || last === undefined) {
			for (const unit of unitsOf(first)) units.add(unit);
			continue;
		}
		const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)];
		if (to - from > LONGEST_RANGE) return undefined;
		for (let code = from; code <= to; code++) {
			for (const unit of unitsOf(String.fromCodePoint(code))) units.add(unit);
		}
		at += 2;
	}
	return units;
}

/** A sign behind a backslash. */
function escaped(source: string, at: number): Part {
	const sign = source.charAt(at + 1);
	const end = at + 2;
	if (/[bB]/.test(sign)) return { units: NOTHING, isEmpty: true, end };
	if (sign === 'd') return { units: classUnits('0-9'), isEmpty: false, end };
	if (sign === 'p') return { units: undefined, isEmpty: false, end: source.indexOf('}', at) + 1 };
	if (/[a-z]/i.test(sign)) return { units: undefined, isEmpty: false, end };
	return { units: new Set(unitsOf(sign)), isEmpty: false, end };
}

function group(source: string, at: number): Part {
	const end = closing(source, at);
	if (LOOK.test(source.slice(at, at + 4))) return { units: NOTHING, isEmpty: true, end };
	return { ...choice(source.slice(at + 1, end - 1).replace(/^\?:/, '')), end };
}

/** What one of several alternatives can begin with. */
function choice(source: string): Part {
	const parts = alternativesOf(source).map(beginning);
	const isOpen = parts.some(({ units }) => units === undefined);
	return {
		units: isOpen ? undefined : new Set(parts.flatMap(({ units }) => [...(units ?? [])])),
		isEmpty: parts.some(({ isEmpty }) => isEmpty),
		end: source.length,
	};
}

/** The part of a pattern at a position, without what says how often it comes. */
function partAt(source: string, at: number): Part {
	const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
	switch (sign) {
		case '\\':
			return escaped(source, at);
		case '(':
			return group(source, at);
		case '[': {
			const end = classEnd(source, at);
			return { units: classUnits(source.slice(at + 1, end - 1)), isEmpty: false, end };
		}
		case '^':
		case '$':
			return { units: NOTHING, isEmpty: true, end: at + 1 };
		case '.':
			return { units: undefined, isEmpty: false, end: at + 1 };
		default:
			return { units: new Set(unitsOf(sign)), isEmpty: false, end: at + sign.length };
	}
}

/** What one alternative can begin with. */
function beginning(source: string): Part {
	const units = new Set<number>();
	for (let at = 0; at < source.length; ) {
		const part = partAt(source, at);
		const [quantifier = '', least] = QUANTIFIER.exec(source.slice(part.end)) ?? [];
		const canLack = /^[*?]/.test(quantifier) || least === '0';
		if (!part.units) return { units: undefined, isEmpty: false, end: source.length };
		for (const unit of part.units) units.add(unit);
		if (!part.isEmpty && !canLack) return { units, isEmpty: false, end: source.length };
		at = part.end + quantifier.length;
	}
	return { units, isEmpty: true, end: source.length };
}

/** The alternatives of a pattern, as sources. */
export function alternativesOf(source: string): string[] {
	const alternatives: string[] = [];
	let start = 0;
	for (let at = 0; at < source.length; ) {
		const sign = source.charAt(at);
		if (sign === '|') {
			alternatives.push(source.slice(start, at));
			start = at + 1;
		}
		if (sign === '(') at = closing(source, at);
		else if (sign === '[') at = classEnd(source, at);
		else at += sign === '\\' ? 2 : 1;
	}
	return [...alternatives, source.slice(start)];
}

/** With which UTF-16 units a match of a pattern can begin. More than can be is possible, less is not. */
export function beginningsOf(source: string): Beginnings {
	const { units, isEmpty } = choice(source);
	return isEmpty ? undefined : units;
}
