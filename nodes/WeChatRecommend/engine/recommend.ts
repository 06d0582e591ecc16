import { barredFor, belongingsOf, isMeantFor, shelfAt, type Shelf } from './candidates';
import { diversify, type Scored } from './diversify';
import type { Model } from './model';
import { fitOf, type Fit } from './profile';
import {
	PART_NAMES,
	type Parts,
	type PartName,
	type Person,
	type Reason,
	type Recommendation,
	type Settings,
} from './types';

/** Diversity is chosen among so many times the wanted number; below that nothing fits any more. */
const CANDIDATES_PER_RESULT = 10;

function partOf(part: PartName, item: number, fit: Fit, shelf: Shelf, model: Model): number {
	switch (part) {
		case 'tags':
			return fit.tags[item] ?? 0;
		case 'together':
			return fit.together[item] ?? 0;
		case 'fresh':
			return shelf.fresh[item] ?? 0;
		case 'popular':
			return model.popular[item] ?? 0;
	}
}

/** Keeps the best in order; of equals the one that came first. */
function keepBest(best: Scored[], candidate: Scored, capacity: number): void {
	const last = best.at(-1);
	if (best.length >= capacity && last && last.score >= candidate.score) return;
	let place = best.length;
	while (place > 0 && (best[place - 1]?.score ?? 0) < candidate.score) place -= 1;
	best.splice(place, 0, candidate);
	if (best.length > capacity) best.pop();
}

function bestOf(
	model: Model,
	person: Person,
	fit: Fit,
	shelf: Shelf,
	settings: Settings,
): Scored[] {
	const { weights } = settings;
	const total = PART_NAMES.reduce((sum, part) => sum + weights[part], 0) || 1;
	const barred = barredFor(model, person, settings);
	const belongings = belongingsOf(person);
	const capacity = settings.count * CANDIDATES_PER_RESULT;
	const best: Scored[] = [];
	for (const position of shelf.items) {
		const item = model.catalogue[position];
		if (!item || barred.has(position) || !isMeantFor(item, belongings)) continue;
		const sum =
			weights.tags * (fit.tags[position] ?? 0) +
			weights.together * (fit.together[position] ?? 0) +
			weights.fresh * (shelf.fresh[position] ?? 0) +
			weights.popular * (model.popular[position] ?? 0);
		keepBest(best, { position, score: sum / total }, capacity);
	}
	return best;
}

/** The tag of an item that means most to the person. */
function bestTag(model: Model, fit: Fit, item: number): string | undefined {
	let best: { value: number; name?: string } = { value: 0 };
	for (const { tag, weight } of model.tags.ofItem[item] ?? []) {
		const value = weight * (fit.interest[tag] ?? 0);
		if (value > best.value) best = { value, name: model.tags.names[tag] };
	}
	return best.name;
}

/** The part that weighed most. What is about the person comes first among equals. */
function reasonFor(model: Model, fit: Fit, parts: Parts, item: number, weights: Parts): Reason {
	const part = PART_NAMES.reduce((best, name) =>
		parts[name] * weights[name] > parts[best] * weights[best] ? name : best,
	);
	if (part === 'together') {
		const title = model.catalogue[fit.ledBy[item] ?? -1]?.title;
		// Without any sign of interest all parts are 0, and there is nothing personal to say.
		return title === undefined ? { part: 'popular' } : { part, title };
	}
	return part === 'tags' ? { part, tag: bestTag(model, fit, item) } : { part };
}

/**
 * Recommends to one person after the other at one moment. A person of whom nothing is known gets what
 * is popular and fresh.
 */
export class Recommender {
	private readonly shelf: Shelf;

	constructor(
		private readonly model: Model,
		private readonly settings: Settings,
	) {
		this.shelf = shelfAt(model, settings.now, settings.freshHalfLife);
	}

	/** At most `count` items, best first; none twice. */
	recommend(person: Person): Recommendation[] {
		const { model, shelf, settings } = this;
		const fit = fitOf(model, person, settings);
		const candidates = bestOf(model, person, fit, shelf, settings);
		const picks = diversify(candidates, settings, (a, b) => model.tags.similarity(a, b));
		return picks.flatMap(({ position, score }) => {
			const item = model.catalogue[position];
			if (!item) return [];
			const values = PART_NAMES.map((part) => [part, partOf(part, position, fit, shelf, model)]);
			const parts = Object.fromEntries(values) as Record<PartName, number>;
			const reason = reasonFor(model, fit, parts, position, settings.weights);
			return [{ item, score, parts, reason }];
		});
	}
}
