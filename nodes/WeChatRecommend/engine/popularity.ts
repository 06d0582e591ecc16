import type { Touch } from './history';
import type { CatalogueItem } from './types';

/** As many people as this, with the average share of the account, are added to each item's own. */
const PRIOR_PEOPLE = 20;

/**
 * Popularity of each item, 0 to 1. Half of it is how many people took it up (logarithmic, with what the
 * catalogue brings along); half is the share of those to whom it was shown, pulled towards the average
 * of the account as long as few have seen it. Where the history holds no `shown` rows, the first counts
 * alone.
 */
export function popularityOf(catalogue: CatalogueItem[], people: Iterable<Touch[]>): Float64Array {
	const takers = new Float64Array(catalogue.length);
	const viewers = new Float64Array(catalogue.length);
	let wasShown = false;
	for (const touches of people) {
		const taken = new Set<number>();
		const seen = new Set<number>();
		for (const { item, strength } of touches) {
			seen.add(item);
			if (strength > 0) taken.add(item);
			if (strength === 0) wasShown = true;
		}
		for (const item of taken) takers[item] = (takers[item] ?? 0) + 1;
		for (const item of seen) viewers[item] = (viewers[item] ?? 0) + 1;
	}
	const many = takers.map((count, item) => Math.log1p(count + (catalogue[item]?.popularity ?? 0)));
	const volume = relative(many);
	if (!wasShown) return volume;
	const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
	const average = sum(takers) / Math.max(1, sum(viewers));
	const shares = relative(
		takers.map(
			(count, item) => (count + PRIOR_PEOPLE * average) / ((viewers[item] ?? 0) + PRIOR_PEOPLE),
		),
	);
	return volume.map((value, item) => (value + (shares[item] ?? 0)) / 2);
}

/** Shares of the largest. */
function relative(values: Float64Array): Float64Array {
	const most = values.reduce((max, value) => Math.max(max, value), 0);
	return most > 0 ? values.map((value) => value / most) : values;
}
