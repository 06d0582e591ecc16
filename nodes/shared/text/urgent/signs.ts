import { firstFrom, type Span, type Spans } from './spans';
import type { Spotted } from './wordLists';

/** How far apart two words may stand that belong together in any order. */
const NEAR = 24;

/** One place of a sign, and where it may stand as seen from the place before. */
interface Step {
	/** Any of these lists, by number. */
	lists: number[];
	/** Characters between the end of the place before and the beginning of this one. */
	least: number;
	most: number;
}

/** What has to come together in a text. */
export interface Sign {
	steps: Step[];
	/** None of these lists in the same sentence. */
	not: number[];
}

/** Words of the text that a sign has found, in the order of its places. */
export type Chain = readonly Span[];

/**
 * Reads a line as `Family` describes it.
 *
 * @param numbersOf the numbers of the lists in `a|b`
 * @throws Error for a line that is no sign
 */
export function parseSign(line: string, numbersOf: (names: string) => number[]): Sign {
	const [places = '', ...not] = line.split(' ! ');
	const tokens = places.split(' ');
	const steps = tokens.flatMap((token, place): Step[] => {
		if (place % 2 === 1) return [];
		const operator = tokens[place - 1] ?? '&';
		const [, distance] = /^\.\.(\d{1,3})$/.exec(operator) ?? [];
		if (distance === undefined && operator !== '&') throw new Error(`No sign: ${line}`);
		const reach =
			distance === undefined ? { least: -NEAR, most: NEAR } : { least: 0, most: Number(distance) };
		return [{ lists: numbersOf(token), ...reach }];
	});
	return { steps, not: not.flatMap((names) => numbersOf(names)) };
}

/** For each word of the next place a chain of the places before that reaches it. */
function goOn(chains: readonly Chain[], { least, most }: Step, next: Spans): Chain[] {
	// By their ends: the first one that is not too far away is the only one to look at.
	const ends = chains
		.map((chain) => {
			const end = chain[chain.length - 1]?.end ?? 0;
			return { chain, start: end, end };
		})
		.sort((one, other) => one.end - other.end);
	return next.flatMap((span) => {
		const from = ends[firstFrom(ends, span.start - most)];
		return from && span.start - from.end >= least ? [[...from.chain, span]] : [];
	});
}

/** Where a sign stands in a text: at each last word one chain at most. */
export function chainsOf({ steps }: Sign, spotted: Spotted): readonly Chain[] {
	let chains: readonly Chain[] = [];
	for (const [place, step] of steps.entries()) {
		const next = spotted.ofAny(step.lists);
		chains = place === 0 ? next.map((span) => [span]) : goOn(chains, step, next);
		if (chains.length === 0) return [];
	}
	return chains;
}
