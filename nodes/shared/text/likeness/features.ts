import memoize from 'lodash/memoize';
import { soundCodesOf } from '../pinyin';

/*
 * What a text is compared by: runs of one to three characters, and of two or three sounds, so that what is written by ear
 * (加威, 傻比) is like what is meant. The runs are not listed: each has a place in a table of a fixed size.
 */

/** Longest run that is one feature. */
const LONGEST_RUN = 3;
/** Texts shorter than this count as if they had this length: a few characters say little. */
const SHORTEST = 12;
/** How much a sound counts beside a character. */
const SOUND_VALUE = 0.7;
/** How much a mark counts beside the runs. */
const MARK_VALUE = 0.3;

const FIRST_HASH = 0x811c9dc5;
const PRIME = 0x01000193;
/** Sounds and marks have places of their own. */
const SOUND = 0x9e3779b9;
const MARK = 0x7f4a7c15;

/** The hash of a run with one more character (FNV-1a). */
const withCharacter = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** The last mixing (murmur3): without it the upper bits of short runs are alike. */
function placeOf(hash: number, bits: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> (32 - bits);
}

/** Digits count by how many stand in a row: a price, a number of an order, a telephone. */
const DIGITS = /\d+/g;
const digitsAs = ({ length }: string): string => {
	if (length < 4) return '0';
	return length < 7 ? '00' : '000';
};

/** A feature of a text: its place, how much it counts, and where its characters stand in the text that is compared. */
export type Visit = (place: number, value: number, run: Run) => void;

/** The characters of a feature; none for sounds and marks. Cut out only where they are asked for. */
interface Run {
	text: string;
	start: number;
	end: number;
}

/** Which places a text has had: by place the number of the text that had it last. */
class Seen {
	private readonly last: Uint32Array;
	private text = 0;

	constructor(bits: number) {
		this.last = new Uint32Array(2 ** bits);
	}

	next(): void {
		this.text += 1;
	}

	/** Whether the text has a place for the first time. */
	isNew(place: number): boolean {
		if (this.last[place] === this.text) return false;
		this.last[place] = this.text;
		return true;
	}
}

const seenBy = memoize((bits: number) => new Seen(bits));

/** Visits the runs of a text from the shortest length to the longest. */
function eachRun(
	text: string,
	seed: number,
	shortest: number,
	visit: (hash: number, start: number, end: number) => void,
): void {
	for (let start = 0; start < text.length; start++) {
		let hash = seed;
		for (let end = start; end < start + LONGEST_RUN && end < text.length; end++) {
			hash = withCharacter(hash, text.charCodeAt(end));
			if (end - start + 1 >= shortest) visit(hash, start, end + 1);
		}
	}
}

/**
 * Visits the features of a text, each place once. Linear in its length.
 *
 * @param text in the form of `normalise`
 * @param marks what is known of it besides
 * @param bits how many places there are, as a power of two
 */
export function eachFeature(
	text: string,
	marks: Iterable<string>,
	bits: number,
	visit: Visit,
): void {
	const marked = `^${text.replace(DIGITS, digitsAs).replace(/\s+/g, ' ')}$`;
	const value = 1 / Math.sqrt(Math.max(SHORTEST, marked.length));
	const seen = seenBy(bits);
	seen.next();
	const run: Run = { text: marked, start: 0, end: 0 };
	const once = (place: number, worth: number, start: number, end: number): void => {
		if (!seen.isNew(place)) return;
		run.start = start;
		run.end = end;
		visit(place, worth, run);
	};
	eachRun(marked, FIRST_HASH, 1, (hash, start, end) =>
		once(placeOf(hash, bits), value, start, end),
	);
	const codes = soundCodesOf(marked);
	eachRun(codes, SOUND, 2, (hash) => once(placeOf(hash, bits), value * SOUND_VALUE, 0, 0));
	for (const mark of marks) {
		let hash = MARK;
		for (let at = 0; at < mark.length; at++) hash = withCharacter(hash, mark.charCodeAt(at));
		once(placeOf(hash, bits), MARK_VALUE, 0, 0);
	}
}
