import type { FeatureSpace } from './features';
import { packWeights } from './weights';

/** Bits of a hash that are kept: of the runs that a model does not know, one in seventy is taken for another. */
const HASH_BITS = 22;
const MASK = (1 << HASH_BITS) - 1;
/** Bits of the filter in front of the table. */
const FILTER_BITS = 1 << 20;

/** The runs of characters that a model knows, with their weights, as text of a data file. */
export interface StoredRuns {
	/** Their hashes, packed by `packAscending`. */
	hashes: string;
	/** Packed by `packWeights` in the same order, with `largest`. */
	weights: string;
	largest: number;
}

/** Hash of a run as it is kept. */
export function shortHash(hash: number): number {
	return hash & MASK;
}

export const SHORT_HASHES = 1 << HASH_BITS;

/** Packs numbers in ascending order, each once: base64 of the distances, seven bits to a byte. */
export function packAscending(numbers: readonly number[]): string {
	const distances: number[] = [];
	let before = 0;
	for (const number of numbers) {
		let distance = number - before;
		before = number;
		for (; distance > 127; distance >>>= 7) distances.push((distance & 127) | 128);
		distances.push(distance);
	}
	return Buffer.from(distances).toString('base64');
}

/** The numbers that `packAscending` has packed. */
export function unpackAscending(text: string): Int32Array {
	const bytes = Buffer.from(text, 'base64');
	const numbers = new Int32Array(bytes.filter((byte) => byte < 128).length);
	let at = 0;
	let number = 0;
	for (let position = 0; position < numbers.length; position++) {
		let shift = 0;
		let byte = bytes[at++] ?? 0;
		for (; byte > 127; byte = bytes[at++] ?? 0) {
			number += (byte & 127) << shift;
			shift += 7;
		}
		number += byte << shift;
		numbers[position] = number;
	}
	return numbers;
}

/** Packs runs and weights. @param runs short hashes in ascending order, each once */
export function packRuns(runs: number[], weights: ArrayLike<number>): StoredRuns {
	return { hashes: packAscending(runs), ...packWeights(weights) };
}

/** A space of the runs that a model knows, and of nothing else. */
export class KnownRuns implements FeatureSpace {
	readonly longest = 4;
	readonly edge = 12;
	readonly size: number;
	/** Open addressing: a hash and one more than its number stand side by side. */
	private readonly table: Int32Array;
	private readonly mask: number;
	/** A bit for each hash that may be there: small enough to stay close to the processor, unlike the table. */
	private readonly filter = new Uint8Array(FILTER_BITS / 8);

	constructor(runs: ArrayLike<number>) {
		this.size = runs.length;
		const slots = 2 ** Math.ceil(Math.log2(2 * runs.length + 2));
		this.mask = slots - 1;
		this.table = new Int32Array(2 * slots);
		for (let at = 0; at < runs.length; at++) {
			const run = runs[at] ?? 0;
			let slot = run & this.mask;
			while (this.table[2 * slot + 1] !== 0) slot = (slot + 1) & this.mask;
			this.table[2 * slot] = run;
			const bit = run & (FILTER_BITS - 1);
			this.filter[bit >> 3] = (this.filter[bit >> 3] ?? 0) | (1 << (bit & 7));
			this.table[2 * slot + 1] = at + 1;
		}
	}

	at(hash: number): number {
		const bit = hash & (FILTER_BITS - 1);
		if ((((this.filter[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return -1;
		const run = shortHash(hash);
		for (let slot = run & this.mask; ; slot = (slot + 1) & this.mask) {
			const number = this.table[2 * slot + 1] ?? 0;
			if (number === 0) return -1;
			if (this.table[2 * slot] === run) return number - 1;
		}
	}
}
