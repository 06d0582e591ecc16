import { valueAt } from '../../shared/valueAt';
import { floatAt, integerAt } from './typedArrays';

const CHUNK_BITS = 15;
const CHUNK_ROWS = 1 << CHUNK_BITS;

/** Fields of a row, side by side, so that one look into memory gets all of them. */
const OWNER = 0;
const AT = 1;
const IDENTITY = 2;
const POINTS = 3;
const AMOUNT = 4;
const WIDTH = 5;

/** Rows of numbers in typed arrays: five million of them cost 200 megabytes. Grows without copying. */
export class ActivityRows {
	length = 0;
	private readonly chunks: Float64Array[] = [];

	/**
	 * @param owner number of the follower
	 * @param identity the same number for the same key
	 * @param amount NaN where the row is no order
	 */
	push(owner: number, at: number, identity: number, points: number, amount: number): void {
		const row = this.length++;
		const place = (row & (CHUNK_ROWS - 1)) * WIDTH;
		if (place === 0) this.chunks.push(new Float64Array(CHUNK_ROWS * WIDTH));
		const chunk = valueAt(this.chunks, row >> CHUNK_BITS);
		chunk[place + OWNER] = owner;
		chunk[place + AT] = at;
		chunk[place + IDENTITY] = identity;
		chunk[place + POINTS] = points;
		chunk[place + AMOUNT] = amount;
	}

	at(row: number): number {
		return this.field(row, AT);
	}

	identity(row: number): number {
		return this.field(row, IDENTITY);
	}

	points(row: number): number {
		return this.field(row, POINTS);
	}

	amount(row: number): number {
		return this.field(row, AMOUNT);
	}

	/** Rows of each owner: those of owner `o` are `order.subarray(starts[o], starts[o + 1])`. */
	byOwner(ownerCount: number): { starts: Int32Array; order: Int32Array } {
		const starts = new Int32Array(ownerCount + 1);
		for (let row = 0; row < this.length; row++) {
			const after = this.field(row, OWNER) + 1;
			starts[after] = integerAt(starts, after) + 1;
		}
		let sum = 0;
		for (const [owner, rows] of starts.entries()) {
			sum += rows;
			starts[owner] = sum;
		}
		const next = starts.slice();
		const order = new Int32Array(this.length);
		for (let row = 0; row < this.length; row++) {
			const owner = this.field(row, OWNER);
			const place = integerAt(next, owner);
			order[place] = row;
			next[owner] = place + 1;
		}
		return { starts, order };
	}

	private field(row: number, offset: number): number {
		return floatAt(
			valueAt(this.chunks, row >> CHUNK_BITS),
			(row & (CHUNK_ROWS - 1)) * WIDTH + offset,
		);
	}
}
