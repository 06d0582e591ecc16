import type { Touch } from './history';

/**
 * Pairs seen a few times by chance would rank highest without it: as many people as this are added to
 * the denominator (shrinkage, as in item-based collaborative filtering).
 */
const SHRINKAGE = 5;

/** More neighbours than this add nothing to a list of a few. */
const MAX_NEIGHBOURS = 60;

/** Of a person's items the latest ones count; a robot that opens everything would blur all pairs. */
const MAX_ITEMS_PER_PERSON = 100;

export interface Neighbour {
	item: number;
	/** 0 to 1. */
	similarity: number;
}

/** Items that a person took up, each once, latest last. */
export function itemsTakenUp(touches: Touch[]): number[] {
	const items = new Set<number>();
	for (const { item, strength } of touches) {
		if (strength <= 0) continue;
		items.delete(item);
		items.add(item);
	}
	return [...items].slice(-MAX_ITEMS_PER_PERSON);
}

/**
 * Which items go together: the cosine of the sets of people who took them up, with shrinkage. The
 * neighbours of an item are counted when they are first asked for, over its own people only.
 */
export class Together {
	private readonly itemsOf: number[][] = [];

	private readonly peopleOf: number[][];

	private readonly known = new Map<number, Neighbour[]>();

	private readonly counts: Int32Array;

	constructor(people: Iterable<Touch[]>, itemCount: number) {
		this.peopleOf = Array.from({ length: itemCount }, () => []);
		this.counts = new Int32Array(itemCount);
		for (const touches of people) {
			const items = itemsTakenUp(touches);
			if (items.length < 2) continue;
			for (const item of items) this.peopleOf[item]?.push(this.itemsOf.length);
			this.itemsOf.push(items);
		}
	}

	/** Most similar first; ties by position in the catalogue. */
	neighbours(item: number): Neighbour[] {
		const known = this.known.get(item);
		if (known) return known;
		const neighbours = this.count(item);
		this.known.set(item, neighbours);
		return neighbours;
	}

	private count(item: number): Neighbour[] {
		const people = this.peopleOf[item] ?? [];
		const seen: number[] = [];
		for (const person of people) {
			for (const other of this.itemsOf[person] ?? []) {
				if (other === item) continue;
				if (this.counts[other] === 0) seen.push(other);
				this.counts[other] = (this.counts[other] ?? 0) + 1;
			}
		}
		const neighbours = seen.map((other) => {
			const both = this.counts[other] ?? 0;
			this.counts[other] = 0;
			const others = this.peopleOf[other]?.length ?? 0;
			return { item: other, similarity: both / (Math.sqrt(people.length * others) + SHRINKAGE) };
		});
		return neighbours
			.sort((a, b) => b.similarity - a.similarity || a.item - b.item)
			.slice(0, MAX_NEIGHBOURS);
	}
}
