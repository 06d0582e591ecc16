import { integerAt } from './typedArrays';
import { hash32 } from './hash';

const FIRST_SIZE = 1_024;
const MAX_LOAD = 0.5;

/**
 * Numbers names in the order in which they first come. A hash table in typed arrays with linear
 * probing: with a million names it takes half the time of a Map, and the garbage collector has nothing
 * to walk through. The hash of each name is kept, so that a look at another name, or a larger table,
 * needs no look at the text.
 */
export class NameIndex {
	/** The names by number. */
	readonly names: string[] = [];
	/** Number of a name plus one; 0 is free. */
	private slots = new Int32Array(FIRST_SIZE);
	/** By number of the name. */
	private hashes = new Int32Array(FIRST_SIZE * MAX_LOAD);

	/** Number of a name, which it gets now if it is new. */
	indexOf(name: string): number {
		const hash = hash32(name);
		const slot = this.slotOf(name, hash);
		const taken = integerAt(this.slots, slot);
		if (taken !== 0) return taken - 1;
		if (this.names.length === this.hashes.length) {
			this.grow();
			return this.indexOf(name);
		}
		this.hashes[this.names.length] = hash;
		this.slots[slot] = this.names.push(name);
		return this.names.length - 1;
	}

	/** Where the name is, or would be. */
	private slotOf(name: string, hash: number): number {
		const last = this.slots.length - 1;
		let slot = hash & last;
		for (
			let taken = integerAt(this.slots, slot);
			taken !== 0;
			taken = integerAt(this.slots, slot)
		) {
			const number = taken - 1;
			if (this.hashes[number] === hash && this.names[number] === name) break;
			slot = (slot + 1) & last;
		}
		return slot;
	}

	private grow(): void {
		const hashes = new Int32Array(this.hashes.length * 2);
		hashes.set(this.hashes);
		this.hashes = hashes;
		this.slots = new Int32Array(this.slots.length * 2);
		const last = this.slots.length - 1;
		for (let number = 0; number < this.names.length; number++) {
			let slot = integerAt(hashes, number) & last;
			while (this.slots[slot] !== 0) slot = (slot + 1) & last;
			this.slots[slot] = number + 1;
		}
	}
}
