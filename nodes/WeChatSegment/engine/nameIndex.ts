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
	/** Number of a name plus one; 0 is free. */
	private slots = new Int32Array(FIRST_SIZE);

	/** Number of a name, which it gets now if it is new. */
	indexOf(name: string): number {
		const slot = this.slotOf(name);
		if (this.slots[slot] !== 0) return this.slots[slot] - 1;
		this.slots[slot] = this.names.push(name);
		if (this.names.length > this.slots.length * MAX_LOAD) this.grow();
		return this.names.length - 1;
	}

	/** Where the name is, or would be. */
	private slotOf(name: string): number {
		const last = this.slots.length - 1;
		let slot = hash53(name) & last;
		while (this.slots[slot] !== 0 && this.names[this.slots[slot] - 1] !== name) {
			slot = (slot + 1) & last;
		}
		return slot;
	}

	private grow(): void {
		this.slots = new Int32Array(this.slots.length * 2);
		this.names.forEach((name, number) => {
			this.slots[this.slotOf(name)] = number + 1;
		});
	}
}
