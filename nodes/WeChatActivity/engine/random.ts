import { createHash, createHmac } from 'crypto';

const WORD_BYTES = 6;
const WORDS_PER_BLOCK = 5;
const WORD_RANGE = 2 ** (8 * WORD_BYTES);

/** SHA-256 of a UTF-8 text, as hexadecimal digits. */
export function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Numbers that follow from a seed and a public context and from nothing else: HMAC-SHA256 with the seed as
 * key over `context|0`, `context|1`, …; every block gives five 48-bit words.
 */
export class SeededRandom {
	private block: Buffer = Buffer.alloc(0);

	private counter = 0;

	private word = WORDS_PER_BLOCK;

	constructor(
		private readonly seed: string,
		private readonly context: string,
	) {}

	/** A whole number from 0 up to, and without, `bound`; words that would favour some are thrown away. */
	below(bound: number): number {
		const limit = WORD_RANGE - (WORD_RANGE % bound);
		for (;;) {
			const word = this.next();
			if (word < limit) return word % bound;
		}
	}

	/** The first `count` of a list in drawn order (Fisher-Yates from the front). */
	sample<T>(list: readonly T[], count = list.length): T[] {
		const drawn = [...list];
		const end = Math.min(count, drawn.length);
		for (let position = 0; position < end; position++) {
			const other = position + this.below(drawn.length - position);
			const [left, right] = [drawn[position], drawn[other]];
			if (left !== undefined && right !== undefined) {
				drawn[position] = right;
				drawn[other] = left;
			}
		}
		return drawn.slice(0, end);
	}

	private next(): number {
		if (this.word === WORDS_PER_BLOCK) {
			this.block = createHmac('sha256', this.seed)
				.update(`${this.context}|${this.counter}`, 'utf8')
				.digest();
			this.counter += 1;
			this.word = 0;
		}
		const value = this.block.readUIntBE(this.word * WORD_BYTES, WORD_BYTES);
		this.word += 1;
		return value;
	}
}
