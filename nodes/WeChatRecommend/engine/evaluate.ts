import { touchesByPerson, type Touch } from './history';
import { modelOf } from './model';
import { Recommender } from './recommend';
import type { CatalogueItem, HistoryEvent, Scoring } from './types';

/** How well recommendations find what people really took up next. */
export interface Evaluation {
	/** People with at least two items in their history; the others cannot be judged. */
	people: number;
	/** Of these, for how many the hidden item was among the results. */
	hits: number;
	/** hits / people, 0 to 1. */
	hitRate: number;
	/** The same for the most popular items, without what the person knows. */
	popularityHitRate: number;
	/** hitRate / popularityHitRate; undefined when the latter is 0. */
	lift?: number;
	/** Share of the catalogue's items that anybody got. */
	coverage: number;
}

interface Trial {
	openId: string;
	hidden: number;
	/** Everything before the hidden item was taken up first. */
	before: Touch[];
}

/** Hides the item that a person took up last, together with all that came after its first sign. */
function trialOf(openId: string, touches: Touch[]): Trial | undefined {
	const firstTaken = new Map<number, number>();
	for (const { item, at, strength } of touches) {
		if (strength > 0 && !firstTaken.has(item)) firstTaken.set(item, at);
	}
	const [last] = [...firstTaken].sort(([a, atA], [b, atB]) => atB - atA || a - b);
	if (!last || firstTaken.size < 2) return undefined;
	const [hidden, at] = last;
	const before = touches.filter((touch) => touch.at < at && touch.item !== hidden);
	return before.some(({ strength }) => strength > 0) ? { openId, hidden, before } : undefined;
}

/** Everything counts: what is over today was on offer then, and how new it was then is not judged. */
function unrestricted(catalogue: CatalogueItem[]): CatalogueItem[] {
	return catalogue
		.map((item) => ({
			...item,
			publishedAt: undefined,
			validFrom: undefined,
			validTo: undefined,
			audience: [],
		}))
		.sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

/**
 * Leave-last-out: of every person the last item is hidden, the rest is learned from, and the results
 * are searched for it. A comparison with "the most popular", not a forecast: what others did later is
 * known to both.
 */
export function evaluate(
	catalogue: CatalogueItem[],
	events: HistoryEvent[],
	scoring: Scoring,
): Evaluation {
	const items = unrestricted(catalogue);
	const touches = touchesByPerson(items, events, scoring.now);
	const trials = [...touches].flatMap(([openId, all]) => trialOf(openId, all) ?? []);
	const learned = new Map([
		...touches,
		...trials.map(({ openId, before }): [string, Touch[]] => [openId, before]),
	]);
	const model = modelOf(items, learned);
	// Nothing was shown again in the time that is looked at, so only what is known is left out.
	const rules = { ...scoring, noRepeatDays: 0, repeatKnown: false };
	const recommender = new Recommender(model, rules);
	const byPopularity = [...items.keys()].sort(
		(a, b) => (model.popular[b] ?? 0) - (model.popular[a] ?? 0) || a - b,
	);
	const given = new Set<string>();
	let hits = 0;
	let popularityHits = 0;
	for (const { openId, hidden, before } of trials) {
		const person = { openId, tags: [], groups: [], exclude: [] };
		const wanted = items[hidden]?.itemId;
		const results = recommender.recommend(person).map(({ item }) => item.itemId);
		for (const itemId of results) given.add(itemId);
		if (wanted !== undefined && results.includes(wanted)) hits += 1;
		const known = new Set(before.filter(({ strength }) => strength !== 0).map(({ item }) => item));
		if (firstOthers(byPopularity, known, scoring.count).includes(hidden)) popularityHits += 1;
	}
	return {
		people: trials.length,
		hits,
		hitRate: share(hits, trials.length),
		popularityHitRate: share(popularityHits, trials.length),
		lift: popularityHits > 0 ? hits / popularityHits : undefined,
		coverage: share(given.size, items.length),
	};
}

/** The first entries of a list that are not known. */
function firstOthers(list: number[], known: Set<number>, count: number): number[] {
	const others: number[] = [];
	for (const entry of list) {
		if (others.length >= count) break;
		if (!known.has(entry)) others.push(entry);
	}
	return others;
}

function share(part: number, whole: number): number {
	return whole > 0 ? part / whole : 0;
}
