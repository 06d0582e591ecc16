import { generator } from '../harness/random';

/** What chance decides in one case; the same seed gives the same case. */
export class Dice {
	private readonly next: () => number;

	constructor(seed: number) {
		this.next = generator(seed);
	}

	/** A whole number from 0 up to a limit, without it. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	/** Whether something happens that does so once in so many times. */
	oneIn(times: number): boolean {
		return this.below(times) === 0;
	}

	/** @throws RangeError for an empty list */
	pick<T>(list: readonly T[]): T {
		const picked = list[this.below(list.length)];
		if (picked === undefined) throw new RangeError('Nothing to pick from');
		return picked;
	}

	bytes(length: number): Buffer {
		return Buffer.from(Array.from({ length }, () => this.below(256)));
	}

	/** A small number mostly, a large one now and then. */
	size(most: number): number {
		return this.oneIn(20) ? this.below(most) : this.below(Math.min(most, 12));
	}
}
