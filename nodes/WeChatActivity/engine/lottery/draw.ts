import { SeededRandom, sha256 } from '../random';

/** Name of the procedure. What a proof says can only be checked against the steps of its version. */
export const DRAW_VERSION = 'wechat-draw-1';

export interface Prize {
	name: string;
	/** Number of units. */
	quantity: number;
}

export interface DrawTerms {
	activityId: string;
	/** Secret until the draw; its SHA-256 has been published before entries closed. */
	seed: string;
	/** A public value that nobody could know when the seed was chosen; empty for none. */
	beacon: string;
	/** Drawn in this order. */
	prizes: Prize[];
	/** Number of reserve winners. */
	reserves: number;
}

/** A place in the result. */
export interface Place {
	/** Name of the prize; empty for a reserve. */
	prize: string;
	/** Position within the prize, from 1. */
	place: number;
	/** Entry code of the winner. */
	entry: string;
}

/** Everything that anybody needs to repeat a draw. It names nobody. */
export interface DrawProof {
	version: string;
	activityId: string;
	commitment: string;
	seed: string;
	beacon: string;
	/** D: SHA-256 of the sorted entry codes, joined by line feeds. */
	entriesDigest: string;
	entryCount: number;
	prizes: Prize[];
	winners: Place[];
	reserves: Place[];
}

/** C: what is published before the draw, so that the seed cannot be changed. */
export function commitmentTo(seed: string): string {
	return sha256(seed);
}

/**
 * Entry code of a person in one activity: SHA-256 of `activity|openId`. It shows that one takes part without
 * showing who one is.
 */
export function entryCode(activityId: string, openId: string): string {
	return sha256(`${activityId}|${openId}`);
}

/** D of a list of entry codes: sorted, each once, joined by line feeds. */
export function entriesDigest(sortedCodes: string[]): string {
	return sha256(sortedCodes.join('\n'));
}

/** Codes as the draw uses them: each once, in the order of their hexadecimal digits. */
export function sortedCodes(codes: Iterable<string>): string[] {
	return [...new Set(codes)].sort();
}

/**
 * Draws winners from entry codes. Nothing but the terms and the set of codes counts.
 *
 * 1. Codes are sorted; D is the SHA-256 of the list.
 * 2. Numbers come from HMAC-SHA256(seed, `activity|D|beacon|counter`) as 48-bit big-endian words, five a
 *    block; words that would favour an entry are thrown away (rejection sampling).
 * 3. Fisher-Yates from the front: position i is exchanged with i + number below (n - i).
 * 4. The first positions win the prizes in their order; those that follow are reserves.
 */
export function draw(codes: Iterable<string>, terms: DrawTerms): DrawProof {
	const list = sortedCodes(codes);
	const digest = entriesDigest(list);
	const { activityId, seed, beacon, prizes } = terms;
	const random = new SeededRandom(seed, `${activityId}|${digest}|${beacon}`);
	const units = prizes.flatMap(({ name, quantity }) =>
		Array.from({ length: quantity }, (_, unit) => ({ prize: name, place: unit + 1 })),
	);
	const drawn = random.sample(list, units.length + terms.reserves);
	const winners = units.slice(0, drawn.length).map((unit, position) => ({
		...unit,
		entry: drawn[position] ?? '',
	}));
	const reserves = drawn
		.slice(units.length)
		.map((entry, position) => ({ prize: '', place: position + 1, entry }));
	return {
		version: DRAW_VERSION,
		activityId,
		commitment: commitmentTo(seed),
		seed,
		beacon,
		entriesDigest: digest,
		entryCount: list.length,
		prizes,
		winners,
		reserves,
	};
}
