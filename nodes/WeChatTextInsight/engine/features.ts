/** Longest run of characters that is one feature. */
const MAX_GRAM = 3;
/** Long texts repeat themselves: values shrink with the size of the text by this power. */
const SIZE_EXPONENT = -0.25;

const START = 2;
const END = 3;
const SPACE = 32;
const DIGIT = 48;

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** Halves of emoji, signs and their modifiers: scored by hand, no character of a word. */
function isSign(code: number): boolean {
	return (
		(code >= 0xd800 && code <= 0xdfff) ||
		(code >= 0x2600 && code <= 0x27bf) ||
		code === 0xfe0f ||
		code === 0x200d
	);
}

/** Spreads a hash over all 32 bits (the finalizer "lowbias32", public domain). */
function mix(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x7feb352d);
	mixed ^= mixed >>> 15;
	mixed = Math.imul(mixed, 0x846ca68b);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The features of one text at a time: runs of one to three characters, counted in hashed buckets.
 * Numbers count as one digit, white space as one space, and a character repeated more than twice as twice.
 */
export class Features {
	/** Distinct buckets of the text; valid up to `size`. */
	readonly buckets: Int32Array;
	/** Value of each of `buckets`: damped count, scaled by the size of the text. */
	readonly values: Float64Array;
	size = 0;
	private readonly slots: Int32Array;
	private readonly codes: Uint16Array;

	/**
	 * @param bucketCount how many buckets the hashes fall into
	 * @param maxLength longest text that `read` gets, in UTF-16 units
	 */
	constructor(
		private readonly bucketCount: number,
		maxLength: number,
	) {
		this.slots = new Int32Array(bucketCount);
		this.codes = new Uint16Array(maxLength + 2);
		this.buckets = new Int32Array((maxLength + 2) * MAX_GRAM);
		this.values = new Float64Array((maxLength + 2) * MAX_GRAM);
	}

	/** Takes the features of a text in the form of `normalise`; the ones before are forgotten. */
	read(text: string): void {
		for (let at = 0; at < this.size; at++) this.slots[this.buckets[at] ?? 0] = 0;
		this.size = 0;
		const length = this.fill(text);
		for (let start = 0; start < length; start++) {
			let hash = 0x9e37;
			for (let run = 0; run < MAX_GRAM && start + run < length; run++) {
				hash = Math.imul(hash ^ (this.codes[start + run] ?? 0), 0x01000193) ^ (hash >>> 13);
				const isEdgeAlone = run === 0 && (start === 0 || start === length - 1);
				if (!isEdgeAlone) this.count(mix(hash + run * 77) % this.bucketCount);
			}
		}
		this.scale();
	}

	private count(bucket: number): void {
		const slot = this.slots[bucket] ?? 0;
		if (slot > 0) {
			this.values[slot - 1] = (this.values[slot - 1] ?? 0) + 1;
			return;
		}
		this.buckets[this.size] = bucket;
		this.values[this.size] = 1;
		this.size += 1;
		this.slots[bucket] = this.size;
	}

	private scale(): void {
		let squares = 0;
		for (let at = 0; at < this.size; at++) {
			const count = this.values[at] ?? 0;
			const value = count === 1 ? 1 : 1 + Math.log(count);
			this.values[at] = value;
			squares += value * value;
		}
		const factor = squares ** SIZE_EXPONENT;
		for (let at = 0; at < this.size; at++) this.values[at] = (this.values[at] ?? 0) * factor;
	}

	/** Puts the text into `codes`, between two marks; gives the length. */
	private fill(text: string): number {
		const { codes } = this;
		codes[0] = START;
		let length = 1;
		const end = Math.min(text.length, codes.length - 2);
		for (let at = 0; at < end; at++) {
			const raw = text.charCodeAt(at);
			if (isSign(raw)) continue;
			const code = isDigit(raw) ? DIGIT : raw < SPACE ? SPACE : raw;
			const before = codes[length - 1];
			if (code === before) {
				if (code === DIGIT || code === SPACE) continue;
				if (length > 2 && code === codes[length - 2]) continue;
			}
			codes[length] = code;
			length += 1;
		}
		codes[length] = END;
		return length + 1;
	}
}
