import { decay, type Touch } from './history';
import type { Model } from './model';
import type { Person, Settings } from './types';

/** A tag that a person carries counts as much as one item read today with this tag alone. */
const GIVEN_STRENGTH = 1;

/** Of a long history the latest events say what a person wants now. */
const MAX_TOUCHES = 200;

/** How well each item fits one person, and by what. */
export interface Fit {
	/** Position of an item → value between 0 and 1. */
	tags: Map<number, number>;
	together: Map<number, number>;
	/** For `together`: the item of the person's own that led there. */
	ledBy: Map<number, number>;
	/** Interest in each tag; below 0 for what was refused. */
	interest: Map<number, number>;
}

/** What each tag means to a person: from what they took up or refused, and from the tags they carry. */
function interestOf(
	{ tags }: Model,
	person: Person,
	touches: Touch[],
	settings: Settings,
): Map<number, number> {
	const interest = new Map<number, number>();
	const add = (tag: number, weight: number) => interest.set(tag, (interest.get(tag) ?? 0) + weight);
	for (const { item, at, strength } of touches) {
		const weight = strength * decay(settings.now - at, settings.interestHalfLife);
		if (weight === 0) continue;
		for (const entry of tags.ofItem[item] ?? []) add(entry.tag, weight * entry.weight);
	}
	const given = tags.given(person.tags);
	const length = Math.hypot(...given.map((tag) => tags.rarityOf(tag))) || 1;
	for (const tag of given) add(tag, (GIVEN_STRENGTH * tags.rarityOf(tag)) / length);
	return interest;
}

function tagFit({ tags }: Model, interest: Map<number, number>): Map<number, number> {
	const fit = new Map<number, number>();
	const length = Math.hypot(...interest.values());
	if (length === 0) return fit;
	tags.ofItem.forEach((entries, item) => {
		let sum = 0;
		for (const { tag, weight } of entries) sum += (interest.get(tag) ?? 0) * weight;
		if (sum > 0) fit.set(item, Math.min(1, sum / length));
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
	const missed = new Map<number, number>();
	const best = new Map<number, { own: number; value: number }>();
	for (const [own, weight] of holdings(touches, settings)) {
		for (const { item, similarity } of model.together.neighbours(own)) {
			const value = weight * similarity;
			missed.set(item, (missed.get(item) ?? 1) * (1 - value));
			if (value > (best.get(item)?.value ?? 0)) best.set(item, { own, value });
		}
	}
	return {
		tags: tagFit(model, interest),
		together: new Map([...missed].map(([item, chance]) => [item, 1 - chance])),
		ledBy: new Map([...best].map(([item, { own }]) => [item, own])),
		interest,
	};
}
