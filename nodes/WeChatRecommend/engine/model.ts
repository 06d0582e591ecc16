import { touchesByPerson, type Touch } from './history';
import { popularityOf } from './popularity';
import { TagSpace } from './tags';
import { Together } from './together';
import type { CatalogueItem, HistoryEvent } from './types';

/** What is learned from a catalogue and a history once, and used for everybody. */
export interface Model {
	/** Sorted by id, so that ties are broken the same way whatever the order of the rows. */
	catalogue: CatalogueItem[];
	tags: TagSpace;
	together: Together;
	popular: Float64Array;
	touches: Map<string, Touch[]>;
}

/**
 * @param catalogue every id once
 * @param now epoch milliseconds; what happens later is not yet known
 */
export function buildModel(catalogue: CatalogueItem[], events: HistoryEvent[], now: number): Model {
	const sorted = [...catalogue].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
	return modelOf(sorted, touchesByPerson(sorted, events, now));
}

/** The same from events that have been read already; the catalogue has to be sorted. */
export function modelOf(catalogue: CatalogueItem[], touches: Map<string, Touch[]>): Model {
	// In the order of names, so that sums do not depend on the order of the rows.
	const people = [...touches.entries()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, events]) => events);
	return {
		catalogue,
		tags: new TagSpace(catalogue),
		together: new Together(people, catalogue.length),
		popular: popularityOf(catalogue, people),
		touches,
	};
}
