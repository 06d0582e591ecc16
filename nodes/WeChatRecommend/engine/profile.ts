import { decay, type Touch } from './history';
import type { Model } from './model';
import { lengthOf } from './tags';
import type { Person, Settings } from './types';

/** A tag that a person carries counts as much as one item read today with this tag alone. */
const GIVEN_STRENGTH = 1;

/** Of a long history the latest events say what a person wants now. */
const MAX_TOUCHES = 200;

/** How well each item fits one person, and by what. By position in the catalogue. */
export interface Fit {
	/** 0 to 1. */
	tags: Float64Array;
	/** 0 to 1. */
	together: Float64Array;
	/** For `together`: the item of the person's own that led there; -1 for none. */
	ledBy: Int32Array;
	/** Interest in each tag, by its number; below 0 for what was refused. */
	interest: Float64Array;
}

function add(values: Float64Array, position: number, value: number): void {
	values[position] = (values[position] ?? 0) + value;
}

/** What each tag means to a person: from what they took up or refused, and from the tags they carry. */
function interestOf(
	{ tags }: Model,
	person: Person,
	touches: Touch[],
	settings: Settings,
): Float64Array {
	const interest = new Float64Array(tags.names.length);
	for (const { item, at, strength } of touches) {
		if (strength === 0) continue;
		const weight = strength * decay(settings.now - at, settings.interestHalfLife);
		for (const entry of tags.ofItem[item] ?? []) add(interest, entry.tag, weight * entry.weight);
	}
	const given = tags.given(person.tags);
	const length = lengthOf(given.map((tag) => tags.rarityOf(tag))) || 1;
	for (const tag of given) add(interest, tag, (GIVEN_STRENGTH * tags.rarityOf(tag)) / length);
	return interest;
}

/** Cosine of a person's interest and each item's tags; what they turn away from counts as 0. */
function tagFit({ tags }: Model, interest: Float64Array): Float64Array {
	const fit = new Float64Array(tags.ofItem.length);
	const length = Math.sqrt(interest.reduce((sum, value) => sum + value * value, 0));
	if (length === 0) return fit;
	tags.ofItem.forEach((entries, item) => {
		let sum = 0;
		for (const { tag, weight } of entries) sum += (interest[tag] ?? 0) * weight;
		fit[item] = Math.min(1, Math.max(0, sum / length));
	});
	return fit;
}

/** How strongly an item is held by a person: the latest and strongest event of it, at most 1. */
function holdings(touches: Touch[], settings: Settings): Map<number, number> {
	const held = new Map<number, number>();
	for (const { item, at, strength } of touches) {
		if (strength <= 0) continue;
		const weight = Math.min(1, strength * decay(settings.now - at, settings.interestHalfLife));
		held.set(item, Math.max(held.get(item) ?? 0, weight));
	}
	return held;
}

/**
 * Reads a person's events. Several own items that lead to the same other one add up as chances do:
 * 1 - (1 - a)(1 - b), which stays below 1.
 */
export function fitOf(model: Model, person: Person, settings: Settings): Fit {
	const touches = (model.touches.get(person.openId) ?? [])
		.filter(({ at }) => at <= settings.now)
		.slice(-MAX_TOUCHES);
	const interest = interestOf(model, person, touches, settings);
	const together = new Float64Array(model.catalogue.length);
	const ledBy = new Int32Array(model.catalogue.length).fill(-1);
	const strongest = new Float64Array(model.catalogue.length);
	for (const [own, weight] of holdings(touches, settings)) {
		for (const { item, similarity } of model.together.neighbours(own)) {
			const value = weight * similarity;
			const before = together[item] ?? 0;
			together[item] = before + value - before * value;
			if (value <= (strongest[item] ?? 0)) continue;
			strongest[item] = value;
			ledBy[item] = own;
		}
	}
	return { tags: tagFit(model, interest), together, ledBy, interest };
}
