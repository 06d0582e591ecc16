import { isWhole, Trie, wordsOf } from '../trie';
import type { Family } from './kinds';
import { anyFrom, type Span, type Spans } from './spans';

/** The number of the list of usual words that hold one of the others. */
const HARMLESS = 0;
/** Characters between a word and what takes it back before it. */
const GUARDED = 4;

/** Lists that take back the words of another, by number. */
interface Guards {
	before: readonly number[];
	after: readonly number[];
}

const byStart = (one: Span, other: Span): number => one.start - other.start;

/** Leaves out what lies inside one of the covers; both in the order of their beginnings. */
function uncovered(spans: Spans, covers: Spans): Spans {
	let next = 0;
	let coveredTo = 0;
	return spans.filter(({ start, end }) => {
		for (let cover = covers[next]; cover && cover.start <= start; cover = covers[++next]) {
			coveredTo = Math.max(coveredTo, cover.end);
		}
		return end > coveredTo;
	});
}

/** The words of all lists in a text. What does not count is sorted out for the lists that are asked for. */
export class Spotted {
	private readonly counting = new Map<number, Spans>();

	constructor(
		readonly text: string,
		private readonly lists: WordLists,
		private readonly all: ReadonlyMap<number, Spans>,
	) {}

	/** The lists of which there are words. */
	get present(): Iterable<number> {
		return this.all.keys();
	}

	/** The names of these lists. */
	names(): string[] {
		return [...this.all.keys()].map((list) => this.lists.nameOf(list));
	}

	/** Whether there may be words of a list; quick. */
	mayHave(list: number): boolean {
		return this.all.has(list) || this.lists.patterns.has(list);
	}

	/** The words of a list that count, in order. */
	of(list: number): Spans {
		const known = this.counting.get(list) ?? this.guarded(list);
		this.counting.set(list, known);
		return known;
	}

	/** The same of several lists. */
	ofAny(lists: readonly number[]): Spans {
		const [first, ...others] = lists;
		if (first === undefined) return [];
		return others.length === 0
			? this.of(first)
			: lists.flatMap((list) => this.of(list)).sort(byStart);
	}

	/** The words of a list that are not part of a harmless one. */
	private free(list: number): Spans {
		const pattern = this.lists.patterns.get(list);
		const spans = pattern
			? [...this.text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
					start: index,
					end: index + length,
				}))
			: (this.all.get(list) ?? []);
		const covers = this.all.get(HARMLESS);
		return covers && spans.length > 0 ? uncovered(spans, covers) : spans;
	}

	private guarded(list: number): Spans {
		const spans = this.free(list);
		const guards = this.lists.guards.get(list);
		if (!guards || spans.length === 0) return spans;
		const ends = guards.before
			.flatMap((guard) => this.free(guard))
			.map(({ end }) => ({ start: end, end }))
			.sort(byStart);
		const starts = guards.after.flatMap((guard) => this.free(guard)).sort(byStart);
		return spans.filter(
			({ start, end }) =>
				!anyFrom(ends, { start: start - GUARDED, end: start + 1 }) &&
				!anyFrom(starts, { start: end, end: end + 1 }),
		);
	}
}

/** The word lists of all families in one tree. */
export class WordLists {
	readonly guards = new Map<number, Guards>();
	readonly patterns = new Map<number, RegExp>();
	private readonly words = new Trie<number[]>();
	/** Words of one character, by list: such lists have words in most texts. */
	private readonly shortWords: number[] = [];
	private readonly numbers = new Map<string, number>();
	private readonly names: string[] = [];

	/** @throws Error when two lists have the same name, or a guard names a list that is not there */
	constructor(families: readonly Family[]) {
		this.add('harmless');
		for (const { words, patterns } of families) {
			for (const [name, listed] of Object.entries(words)) this.addWords(listed, this.add(name));
			for (const [name, pattern] of Object.entries(patterns ?? {})) {
				this.patterns.set(this.add(name), pattern);
			}
		}
		for (const { harmless, guards } of families) {
			this.addWords(harmless, HARMLESS);
			for (const [list, { before, after }] of Object.entries(guards ?? {})) {
				this.guards.set(this.numberOf(list), {
					before: this.numbersOf(before),
					after: this.numbersOf(after),
				});
			}
		}
	}

	/** @throws Error when there is no such list */
	numberOf(list: string): number {
		const number = this.numbers.get(list);
		if (number === undefined) throw new Error(`No word list ${list}`);
		return number;
	}

	nameOf(list: number): string {
		return this.names[list] ?? '';
	}

	/** @param lists `a|b` */
	numbersOf(lists = ''): number[] {
		return lists === '' ? [] : lists.split('|').map((list) => this.numberOf(list));
	}

	/** How many words of some lists have one character only; no end of them for a pattern. */
	countShort(lists: readonly number[]): number {
		if (lists.some((list) => this.patterns.has(list))) return Infinity;
		return lists.reduce((sum, list) => sum + (this.shortWords[list] ?? 0), 0);
	}

	/** Finds all words of a text. */
	spot(text: string): Spotted {
		const all = new Map<number, Span[]>();
		const note = (start: number, end: number, lists: readonly number[]): void => {
			if (!isWhole(text, start, end)) return;
			const span = { start, end };
			for (const list of lists) {
				const known = all.get(list);
				if (known) known.push(span);
				else all.set(list, [span]);
			}
		};
		for (let start = 0; start < text.length; start++) this.words.eachAt(text, start, note);
		return new Spotted(text, this, all);
	}

	private add(name: string): number {
		if (this.numbers.has(name)) throw new Error(`Two word lists ${name}`);
		const number = this.numbers.size;
		this.numbers.set(name, number);
		this.names[number] = name;
		return number;
	}

	private addWords(listed: string, list: number): void {
		for (const word of wordsOf(listed)) {
			if (word.length === 1) this.shortWords[list] = (this.shortWords[list] ?? 0) + 1;
			const known = this.words.longestAt(word, 0);
			if (known?.end !== word.length) this.words.set(word, [list]);
			else if (!known.value.includes(list)) known.value.push(list);
		}
	}
}
