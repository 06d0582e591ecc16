import type { CatalogueItem } from './types';

/** Length of a vector. `Math.hypot` takes its numbers as arguments, and 130,000 would not fit on the stack. */
export const lengthOf = (values: number[]): number =>
	Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Tags are the same when they differ in case, width or spaces only. */
export function tagKey(tag: string): string {
	return tag.normalize('NFKC').trim().toLowerCase();
}

/** A tag of an item and what it counts; the squares of an item's weights add up to 1. */
export interface WeightedTag {
	tag: number;
	weight: number;
}

/** The tags of a catalogue as numbers, rare ones weighing more than common ones. */
export class TagSpace {
	private readonly ids = new Map<string, number>();

	/** Of each tag, as the catalogue first writes it. */
	readonly names: string[] = [];

	private readonly rarity: number[] = [];

	/** Tags of each item, by its position in the catalogue. The category is a tag, too. */
	readonly ofItem: WeightedTag[][];

	constructor(catalogue: CatalogueItem[]) {
		const tagIds = catalogue.map(({ tags, category }) => {
			const texts = category ? [...tags, category] : tags;
			return [...new Set(texts.filter((tag) => tagKey(tag) !== '').map((tag) => this.idFor(tag)))];
		});
		const frequency = this.names.map(() => 0);
		for (const id of tagIds.flat()) frequency[id] = (frequency[id] ?? 0) + 1;
		this.rarity = frequency.map((count) => Math.log(1 + catalogue.length / count));
		this.ofItem = tagIds.map((ids) => {
			const weights = ids.map((tag) => ({ tag, weight: this.rarity[tag] ?? 0 }));
			const length = lengthOf(weights.map(({ weight }) => weight)) || 1;
			return weights.map(({ tag, weight }) => ({ tag, weight: weight / length }));
		});
	}

	private idFor(text: string): number {
		const key = tagKey(text);
		const known = this.ids.get(key);
		if (known !== undefined) return known;
		const id = this.names.length;
		this.ids.set(key, id);
		this.names.push(text.trim());
		return id;
	}

	/** What is known of a person beforehand, in terms of this catalogue. */
	given(texts: string[]): number[] {
		const ids = texts.map((text) => this.ids.get(tagKey(text)));
		return [...new Set(ids)].filter((id) => id !== undefined);
	}

	rarityOf(tag: number): number {
		return this.rarity[tag] ?? 0;
	}

	/** Cosine of two items, 0 to 1. */
	similarity(a: number, b: number): number {
		const other = this.ofItem[b] ?? [];
		return (this.ofItem[a] ?? []).reduce((sum, { tag, weight }) => {
			const same = other.find((entry) => entry.tag === tag);
			return same ? sum + weight * same.weight : sum;
		}, 0);
	}
}
