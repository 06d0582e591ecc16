import { SeededRandom, sha256 } from '../random';
import { closingDigest, sortedCodes, type Closing } from './closing';

/** A place in the result. */
export interface Place {
	/** Name of the prize; empty for a reserve. */
	prize: string;
	/** Position within the prize, from 1. */
	place: number;
	/** Entry code of the winner. */
	entry: string;
}

/** Everything that anybody needs to repeat a draw: the closing, and what became known after it. Names nobody. */
export interface DrawProof extends Closing {
	/** K: SHA-256 of the closing, as it was published before the beacon existed. */
	closingDigest: string;
	seed: string;
	beacon: string;
	winners: Place[];
	reserves: Place[];
}

/** C: what is published before entries open, so that the seed cannot be changed. */
export function commitmentTo(seed: string): string {
	return sha256(seed);
}

/**
 * Draws winners from entry codes. Nothing but the closing, the seed and the beacon counts.
 *
 * 1. Codes are sorted, as for the digest D of the closing.
 * 2. Numbers come from HMAC-SHA256(seed, `activity|K|beacon|counter`) as 48-bit big-endian words, five a
 *    block; words that would favour an entry are thrown away (rejection sampling). K binds the list, the
 *    prizes and the name of the beacon: with any of them changed all numbers are others.
 * 3. Fisher-Yates from the front: position i is exchanged with i + number below (n - i).
 * 4. The first positions win the prizes in their order; those that follow are reserves.
 */
export function draw(
	codes: Iterable<string>,
	closing: Closing,
	seed: string,
	beacon: string,
): DrawProof {
	const { activityId, prizes, reserveCount } = closing;
	const digest = closingDigest(closing);
	const random = new SeededRandom(seed, `${activityId}|${digest}|${beacon}`);
	const units = prizes.flatMap(({ name, quantity }) =>
		Array.from({ length: quantity }, (_, unit) => ({ prize: name, place: unit + 1 })),
	);
	const drawn = random.sample(sortedCodes(codes), units.length + reserveCount);
	const winners = units.slice(0, drawn.length).map((unit, position) => ({
		...unit,
		entry: drawn[position] ?? '',
	}));
	const reserves = drawn
		.slice(units.length)
		.map((entry, position) => ({ prize: '', place: position + 1, entry }));
	return { ...closing, closingDigest: digest, seed, beacon, winners, reserves };
}
