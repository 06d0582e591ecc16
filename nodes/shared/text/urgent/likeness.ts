import { max, once } from 'lodash';
import data from './data/likeness.json';
import { URGENT_KINDS, type UrgentKind } from './kinds';

/*
 * How much a text is like urgent ones. The rules know what has been listed; this part knows the characters and words that go
 * with trouble, and those that go with a question, praise or a joke. Learned by scripts/data/train-urgent.mjs.
 */

/** Longest run of characters that is one feature. */
const LONGEST_RUN = 3;
/** Texts shorter than this count as if they had this length: a few characters say little. */
const SHORTEST = 12;
/** How much a word list counts beside the runs. */
const LIST_VALUE = 0.3;
/** Weights are stored as whole numbers. */
const UNIT = 1 / 32;

/**
 * Visits the features of a text: runs of one to three characters, with the ends of the text marked, and the word lists of
 * which there are words. The same run may come several times; it counts once.
 *
 * @param text in the form of `tidy`
 * @param lists names of the word lists
 */
export function eachFeature(
	text: string,
	lists: Iterable<string>,
	visit: (feature: string, value: number) => void,
): void {
	const marked = `^${text.replace(/\d+/g, '0').replace(/\s+/g, ' ')}$`;
	const value = 1 / Math.sqrt(Math.max(SHORTEST, marked.length));
	for (let start = 0; start < marked.length; start++) {
		for (let end = start + 1; end <= start + LONGEST_RUN && end <= marked.length; end++) {
			visit(marked.slice(start, end), value);
		}
	}
	for (const list of lists) visit(`list:${list}`, LIST_VALUE);
}

interface Weights {
	/** How much speaks for urgent. */
	urgent: number;
	/** How much speaks for each of the kinds, in the order of the data. */
	kinds: readonly number[];
}

const numbersIn = (list: string, separator: string): number[] => list.split(separator).map(Number);

/** Weights by feature. The lists of the data file are texts: read at the first use, and small in the package. */
const weights = once((): ReadonlyMap<string, Weights> => {
	const urgent = numbersIn(data.urgent, ' ');
	const kinds = data.kinds.split(' ');
	return new Map(
		data.features.split('\t').map((feature, place) => {
			const ofKinds = kinds[place] ?? '-';
			return [
				feature,
				{ urgent: urgent[place] ?? 0, kinds: ofKinds === '-' ? [] : numbersIn(ofKinds, ',') },
			];
		}),
	);
});

const kindBias = once(() => numbersIn(data.kindBias, ' '));

export interface Likeness {
	/** Log-odds of being urgent, as far as characters and words tell. */
	score: number;
	kind: UrgentKind;
	/** What speaks for it most. */
	words: string[];
}

/** From this score on a text is urgent without any rule. */
export const LIKE: number = data.like;

const SHOWN = 3;
const IS_WORD = /^[\p{L}\p{N}]{2,}$/u;

/** How much a text is like urgent ones, and of which kind it would be. */
export function likenessOf(text: string, lists: Iterable<string>): Likeness {
	let score = data.bias;
	const byKind = [...kindBias()];
	const seen = new Set<Weights>();
	const telling: Array<{ word: string; weight: number }> = [];
	eachFeature(text, lists, (feature, value) => {
		const known = weights().get(feature);
		if (!known || seen.has(known)) return;
		seen.add(known);
		score += known.urgent * value * UNIT;
		for (const [place, weight] of known.kinds.entries()) {
			byKind[place] = (byKind[place] ?? 0) + weight * value * UNIT;
		}
		if (known.urgent > 0 && IS_WORD.test(feature)) {
			telling.push({ word: feature, weight: known.urgent });
		}
	});
	const best = byKind.indexOf(max(byKind) ?? 0);
	telling.sort((one, other) => other.weight - one.weight);
	return {
		score,
		// The data has a weight for each kind, in their order.
		kind: URGENT_KINDS[best] ?? 'safety',
		words: telling.slice(0, SHOWN).map(({ word }) => word),
	};
}
