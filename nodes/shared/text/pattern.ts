import { RE2JS } from 're2js';
import { BoundedMap } from '../boundedMap';
import { LONGEST_TEXT } from './longest';

/** A regular expression of the workflow's author that texts of strangers may meet. */
export interface Pattern {
	/** Whether it occurs in the text. Takes at most `MAX_STEPS` steps, whatever the text is. */
	occursIn(text: string): boolean;
}

/** A pattern, or the sentence that says why it cannot be used. */
export type PatternResult =
	| { pattern: Pattern; problem?: undefined }
	| { pattern?: undefined; problem: string };

/** Instructions of a compiled pattern: room for a hundred words, not for counts of counts. */
const MAX_SIZE = 1_000;

/** Characters of a pattern: nobody writes as many, and an expression may put the text of a stranger into it. */
const MAX_SOURCE = 5_000;

/** Instructions × characters: about 20 ms. */
const MAX_STEPS = 600_000;

/** Patterns that stay compiled. One that comes from an expression may be another for each message. */
const MAX_PATTERNS = 500;

/** White space of JavaScript, among it the wide space of Chinese keyboards; that of the engine is ASCII. */
const SPACES = '\\s\\v\\x{a0}\\x{feff}\\p{Z}';

const TOO_LARGE = 'it is too large; repeat less, as in {1,20}';
const REFERS_BACK = 'it refers back to an earlier part of itself, as in \\1';

/**
 * The pattern as the engine spells it. What people copy from elsewhere is written for JavaScript:
 * white space is that of Unicode, and a script can be named in two ways.
 */
function translate(source: string): string {
	let isClass = false;
	const spelled = source.replace(
		/\\[pP]\{(?:Script|sc)=(\w+)\}|\\[\s\S]|[[\]]/g,
		(token: string, script?: string) => {
			if (script) return `${token.slice(0, 2)}{${script}}`;
			if (token === '[') isClass = true;
			if (token === ']') isClass = false;
			// The engine would take it for the letter.
			if (token === '\\k') throw new Error(REFERS_BACK);
			if (token === '\\s') return isClass ? SPACES : `[${SPACES}]`;
			return token === '\\S' && !isClass ? `[^${SPACES}]` : token;
		},
	);
	return RE2JS.translateRegExp(spelled);
}

/** Why a pattern cannot be compiled: above all what no engine matches in linear time. */
function problemOf(source: string, error: unknown): string {
	if (/\(\?<?[=!]/.test(source))
		return 'it looks ahead or behind, which is possible at its beginning only, as in ^(?!…)';
	if (/\\[1-9]/.test(source)) return REFERS_BACK;
	const reason = error instanceof Error ? error.message : 'it is not valid';
	if (reason.includes('repeat count')) return TOO_LARGE;
	return reason.replace(/^error parsing regexp: /, '');
}

/** Something that has to occur in a text, or must not. */
interface Part {
	source: string;
	isWanted: boolean;
}

/** Where the group that opens at a place closes, and whether a choice `|` stands outside of all groups. */
function structureOf(source: string, opens: number): { closes: number; hasChoice: boolean } {
	let depth = 0;
	let closes = -1;
	let isClass = false;
	let hasChoice = false;
	for (const { 0: token, index } of source.matchAll(/\\[^]|[[\]()|]/g)) {
		if (index < opens || token.length > 1) continue;
		if (token === '[' || token === ']') isClass = token === '[';
		else if (isClass) continue;
		else if (token === '(') depth += 1;
		else if (token === '|') hasChoice ||= depth === 0;
		else {
			depth -= 1;
			if (depth === 0 && closes < 0) closes = index;
		}
	}
	return { closes, hasChoice };
}

/**
 * Takes apart `^(?!…)(?=…)…`: looking ahead from the beginning is one more pattern that occurs there or
 * does not. It is the usual way to leave texts out.
 */
function partsOf(source: string): Part[] {
	const [, sign] = /^\^\(\?([=!])/.exec(source) ?? [];
	const { closes, hasChoice } = structureOf(source, 1);
	if (!sign || closes < 0 || hasChoice) return [{ source, isWanted: true }];
	const ahead = { source: `^(?:${source.slice(4, closes)})`, isWanted: sign === '=' };
	return [ahead, ...partsOf(`^${source.slice(closes + 1)}`)];
}

function compile(source: string): PatternResult {
	if (source.length > MAX_SOURCE) return { problem: TOO_LARGE };
	try {
		const parts = partsOf(source).map((part) => ({
			...part,
			compiled: RE2JS.compile(translate(part.source), RE2JS.CASE_INSENSITIVE),
		}));
		const size = parts.reduce((sum, { compiled }) => sum + compiled.programSize(), 0);
		if (size > MAX_SIZE) return { problem: TOO_LARGE };
		const length = Math.min(LONGEST_TEXT, Math.floor(MAX_STEPS / size));
		const occursIn = (text: string): boolean => {
			const start = text.slice(0, length);
			// `find` asks for the place of the hit: it walks the text once and keeps no automaton in memory.
			return parts.every(({ compiled, isWanted }) => compiled.matcher(start).find() === isWanted);
		};
		return { pattern: { occursIn } };
	} catch (error) {
		return { problem: problemOf(source, error) };
	}
}

const known = new BoundedMap<string, PatternResult>(MAX_PATTERNS);

/**
 * Compiles a regular expression for an engine that cannot blow up (RE2): the time grows with the text,
 * never with the ways in which it could be split. Upper and lower case are the same. Referring back, and
 * looking around elsewhere than ahead from `^`, are what such an engine cannot do; they are a problem, as
 * is what is not valid.
 *
 * @param source the pattern without slashes, as in JavaScript
 */
export function patternOf(source: string): PatternResult {
	const result = known.get(source) ?? compile(source);
	known.set(source, result);
	return result;
}
