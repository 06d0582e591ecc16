import { generator } from '../../harness/random';

/** Chance that is the same in every run. */
export class Chance {
	/** From 0 up to 1, without it. */
	readonly next: () => number;

	constructor(seed: number) {
		this.next = generator(seed);
	}

	happens(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}
}
