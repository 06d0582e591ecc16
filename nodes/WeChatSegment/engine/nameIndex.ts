import { hash53 } from './hash';

const FIRST_SIZE = 1_024;
const MAX_LOAD = 0.5;

/**
 * Numbers names in the order in which they first come. A hash table in typed arrays with linear
 * probing: with a million names it takes half the time of a Map, and the garbage collector has nothing
 * to walk through.
 */
export class NameIndex {
	/** The names by number. */
	readonly names: string[] = [];
	private hashes = new Float64Array(FIRST_SIZE);
	/** Number of a name plus one; 0 is free. */
	private slots = new Int32Array(FIRST_SIZE);

	/** Number of a name, which it gets now if it is new. */
	indexOf(name: string): number {
		const hash = hash53(name);
		const slot = this.slotOf(name, hash);
		if (this.slots[slot] !== 0) return this.slots[slot] - 1;
		this.hashes[slot] = hash;
		this.slots[slot] = this.names.push(name);
		if (this.names.length > this.slots.length * MAX_LOAD) this.grow();
		return this.names.length - 1;
	}

	/** Number of a name; undefined when it never came. */
	find(name: string): number | undefined {
		const number = this.slots[this.slotOf(name, hash53(name))];
		return number === 0 ? undefined : number - 1;
	}

	/** Where the name is, or would be. */
	private slotOf(name: string, hash: number): number {
		const last = this.slots.length - 1;
		let slot = hash & last;
		while (
			this.slots[slot] !== 0 &&
			!(this.hashes[slot] === hash && this.names[this.slots[slot] - 1] === name)
		) {
			slot = (slot + 1) & last;
		}
		return slot;
	}

	private grow(): void {
		const { slots, hashes } = this;
		this.slots = new Int32Array(slots.length * 2);
		this.hashes = new Float64Array(slots.length * 2);
		const last = this.slots.length - 1;
		slots.forEach((number, old) => {
			if (number === 0) return;
			let slot = hashes[old] & last;
			while (this.slots[slot] !== 0) slot = (slot + 1) & last;
			this.slots[slot] = number;
			this.hashes[slot] = hashes[old];
		});
	}
}
