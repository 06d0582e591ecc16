/** Which runs of characters are features, and which number each has. */
export interface FeatureSpace {
	/** Numbers go from 0 to `size - 1`. */
	readonly size: number;
	/** Longest run of characters that is one feature. */
	readonly longest: number;
	/** Characters at the beginning and at the end of a text whose runs are features of the place as well. */
	readonly edge: number;
	/** The number of a run by its hash of 32 bits; -1 for one that is no feature. */
	at(hash: number): number;
}

/** Runs of one to three characters, all of them, in hashed buckets. */
export function hashedSpace(size: number, longest = 3, edge = 0): FeatureSpace {
	return { size, longest, edge, at: (hash) => hash % size };
}

/** Longest run of a feature of the place. */
const EDGE_GRAM = 2;
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
 * The features of one text at a time: runs of characters, counted by their numbers in a space.
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
	 * @param space which runs count
	 * @param maxLength longest text that `read` gets, in UTF-16 units
	 */
	constructor(
		private readonly space: FeatureSpace,
		maxLength: number,
	) {
		const most = (maxLength + 2) * space.longest + 2 * space.edge * EDGE_GRAM;
		this.slots = new Int32Array(space.size);
		this.codes = new Uint16Array(maxLength + 2);
		this.buckets = new Int32Array(most);
		this.values = new Float64Array(most);
	}

	/** Takes the features of a text in the form of `normalise`; the ones before are forgotten. */
	read(text: string): void {
		for (let at = 0; at < this.size; at++) this.slots[this.buckets[at] ?? 0] = 0;
		this.size = 0;
		const length = this.fill(text);
		this.readRuns(length);
		const { edge } = this.space;
		if (edge > 0) {
			this.readPlace(0, Math.min(edge, length), length, 0x4321, 41_337);
			this.readPlace(Math.max(1, length - 1 - edge), length, length, 0x1234, 31_337);
		}
		this.scale();
	}

	/** The weighted sum of what was read last. @param weights by bucket */
	dot(weights: ArrayLike<number>): number {
		let sum = 0;
		for (let at = 0; at < this.size; at++) {
			sum += (weights[this.buckets[at] ?? 0] ?? 0) * (this.values[at] ?? 0);
		}
		return sum;
	}

	private readRuns(length: number): void {
		const { longest } = this.space;
		for (let start = 0; start < length; start++) {
			let hash = 0x9e37;
			for (let run = 0; run < longest && start + run < length; run++) {
				hash = Math.imul(hash ^ (this.codes[start + run] ?? 0), 0x01000193) ^ (hash >>> 13);
				const isEdgeAlone = run === 0 && (start === 0 || start === length - 1);
				if (!isEdgeAlone) this.count(mix(hash + run * 77));
			}
		}
	}

	/** The beginning of a text and its end say more than its middle: their runs count once more, as such. */
	private readPlace(from: number, to: number, length: number, seed: number, salt: number): void {
		for (let start = from; start < to; start++) {
			let hash = seed;
			for (let run = 0; run < EDGE_GRAM && start + run < length; run++) {
				hash = Math.imul(hash ^ (this.codes[start + run] ?? 0), 0x01000193) ^ (hash >>> 13);
				this.count(mix(hash + run * 77 + salt));
			}
		}
	}

	private count(hash: number): void {
		const bucket = this.space.at(hash);
		if (bucket < 0) return;
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
