import { once } from 'lodash';
import { normalise, stripEmoji } from './normalise';
import { createSegmenter } from './segment';

/** Characters that are in any question and tell little about it. */
const WEAK = new Set(
	'的了吗呢吧啊呀么嘛是在有我你您他她它们这那个一不就都也还要想会能可以请问下给和跟与把被让得地怎什多少几哪谁为样何如啥咋里儿时候',
);

/** Whether a text consists of nothing but characters that are in any question. */
export function isWeak(text: string): boolean {
	for (const character of text) if (!WEAK.has(character)) return false;
	return true;
}

/** How much a text says about what is asked, in characters: weak characters count a fifth. */
export function informativeLength(text: string): number {
	let length = 0;
	for (const character of text) length += WEAK.has(character) ? 0.2 : 1;
	return length;
}

/** What a question is taken to pieces into. */
export type Kind = 'character' | 'pair' | 'word';

/** A piece of a question and how often it is there. */
export interface Piece {
	kind: Kind;
	text: string;
	count: number;
}

/** Pieces by a key that keeps the pair 退货 apart from the word 退货. */
export type Pieces = Map<string, Piece>;

const MARKS: Record<Kind, string> = { character: '1', pair: '2', word: 'w' };

const SPACES = /\s+/gu;

/** Characters of two units each. */
const PAIRS = /[\u{10000}-\u{10ffff}]/gu;

/** The dictionary is unpacked on the first use. */
const segmenter = once(() => createSegmenter());

/** The text that questions are compared in. Punctuation counts: it tells questions apart. */
export function toComparable(text: string): string {
	return stripEmoji(normalise(text));
}

/** How many characters of a comparable text are no white space. */
export function lengthOf(comparable: string): number {
	const compact = comparable.replace(SPACES, '');
	return compact.length - (compact.match(PAIRS)?.length ?? 0);
}

/** The characters, the pairs of neighbours and the words of a comparable text. */
export function piecesOf(comparable: string): Pieces {
	const pieces: Pieces = new Map();
	const add = (kind: Kind, text: string): void => {
		const key = MARKS[kind] + text;
		const known = pieces.get(key);
		if (known) known.count++;
		else pieces.set(key, { kind, text, count: 1 });
	};
	const characters = Array.from(comparable.replace(SPACES, ''));
	characters.forEach((character, position) => {
		add('character', character);
		const next = characters[position + 1];
		if (next !== undefined) add('pair', character + next);
	});
	for (const word of segmenter()(comparable)) add('word', word);
	return pieces;
}
