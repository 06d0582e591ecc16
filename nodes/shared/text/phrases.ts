import { sortedIndexBy } from 'lodash';

/** Where a pattern stands in a text; `end` is the position behind it. */
export interface PatternHit {
	/** Index in the list of patterns. */
	pattern: number;
	start: number;
	end: number;
}

/** Finds all occurrences of many patterns in one pass. */
export type PatternFinder = (text: string) => PatternHit[];

/** Characters that may stand between two parts of a pattern. */
const MOST_BETWEEN = 6;

/** A place in the tree of all parts: where the next character leads, and which part ends here. */
interface Branch {
	next: Map<number, Branch>;
	part?: string;
}

function treeOf(parts: Iterable<string>): Branch {
	const root: Branch = { next: new Map() };
	for (const part of parts) {
		let branch = root;
		for (let position = 0; position < part.length; position++) {
			const code = part.charCodeAt(position);
			const known: Branch = branch.next.get(code) ?? { next: new Map() };
			branch.next.set(code, known);
			branch = known;
		}
		if (branch !== root) branch.part = part;
	}
	return root;
}

/** Latin letters in lower case and digits, as in a normalised text. */
function isWordCode(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Whether a position lies inside a Latin word or a number. */
function isInsideWord(text: string, position: number): boolean {
	return isWordCode(text.charCodeAt(position - 1)) && isWordCode(text.charCodeAt(position));
}

interface Span {
	start: number;
	end: number;
}

/** The first way on from `from` through the parts that follow; undefined when there is none. */
function endOfParts(
	parts: readonly string[],
	from: Span,
	spans: ReadonlyMap<string, Span[]>,
): number | undefined {
	let { end } = from;
	for (const part of parts.slice(1)) {
		// The places of a part are in order: the first one behind is the nearest.
		const places = spans.get(part) ?? [];
		const next = places[sortedIndexBy<Pick<Span, 'start'>>(places, { start: end }, 'start')];
		if (!next || next.start - end > MOST_BETWEEN) return undefined;
		({ end } = next);
	}
	return end;
}

function spansOf(root: Branch, text: string): Map<string, Span[]> {
	const spans = new Map<string, Span[]>();
	for (let start = 0; start < text.length; start++) {
		if (isInsideWord(text, start)) continue;
		let branch: Branch | undefined = root;
		for (let end = start; end < text.length; ) {
			branch = branch.next.get(text.charCodeAt(end++));
			if (!branch) break;
			const { part } = branch;
			if (part === undefined || isInsideWord(text, end)) continue;
			const known = spans.get(part);
			if (known) known.push({ start, end });
			else spans.set(part, [{ start, end }]);
		}
	}
	return spans;
}

/**
 * Prepares the search for patterns. A pattern is a list of parts that stand in this order with at most
 * six characters between them; mostly it is one part. Latin words and numbers count only as a whole:
 * `a5` is not found in `a50`. The time of a search does not depend on the number of patterns.
 *
 * A tree walked from each character: messages are short, and it takes a small part of the time
 * of modern-ahocorasick, which cuts each text into grapheme clusters first (test/bench/keywordRouter.ts).
 */
export function patternFinder(patterns: ReadonlyArray<readonly string[]>): PatternFinder {
	const startingWith = new Map<string, number[]>();
	patterns.forEach(([first = ''], pattern) => {
		const starting = startingWith.get(first);
		if (starting) starting.push(pattern);
		else startingWith.set(first, [pattern]);
	});
	const root = treeOf(patterns.flat());
	return (text) => {
		const spans = spansOf(root, text);
		const hits: PatternHit[] = [];
		for (const [part, places] of spans) {
			for (const pattern of startingWith.get(part) ?? []) {
				for (const place of places) {
					const end = endOfParts(patterns[pattern] ?? [], place, spans);
					if (end !== undefined) hits.push({ pattern, start: place.start, end });
				}
			}
		}
		return hits;
	};
}
