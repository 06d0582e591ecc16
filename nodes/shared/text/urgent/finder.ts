import { maxBy, minBy } from 'lodash';
import { URGENT_KINDS, type Family, type Urgent, type UrgentKind } from './kinds';
import { chainsOf, parseSign, type Chain, type Sign } from './signs';
import { anyFrom, Sentences } from './spans';
import { WordLists, type Spotted } from './wordLists';

interface KindOfSign extends Sign {
	kind: UrgentKind;
}

/** The words of a chain, each once. */
const wordsIn = (text: string, chain: Chain): string[] => [
	...new Set(chain.map(({ start, end }) => text.slice(start, end))),
];

/** Whether words that speak against a sign stand in the same sentence. */
function isTakenBack(chain: Chain, { not }: Sign, spotted: Spotted, sentences: Sentences): boolean {
	const start = minBy(chain, 'start')?.start ?? 0;
	const end = maxBy(chain, 'end')?.end ?? 0;
	const around = sentences.around({ start, end });
	return not.some((list) => anyFrom(spotted.of(list), around));
}

/** Finds what families of words describe. Make it once: it builds a tree of all words. */
export class UrgentFinder {
	private readonly lists: WordLists;
	/** Signs by the lists of that place of theirs which is the rarest in texts. */
	private readonly signs = new Map<number, KindOfSign[]>();

	/** @throws Error for a sign or guard that cannot be read, or that names a list which is not there */
	constructor(families: readonly Family[]) {
		const lists = new WordLists(families);
		this.lists = lists;
		for (const { kind, signs } of families) {
			for (const line of signs) {
				this.add({ kind, ...parseSign(line, (names) => lists.numbersOf(names)) });
			}
		}
	}

	/** All words of a text in the form of `tidy`. */
	spot(text: string): Spotted {
		return this.lists.spot(text);
	}

	/** What is urgent in a text: one entry for each kind, in the order of the kinds. */
	find(spotted: Spotted): Urgent[] {
		const { text } = spotted;
		const possible = this.possible(spotted);
		if (possible.size === 0) return [];
		const sentences = new Sentences(text);
		const byKind = new Map<UrgentKind, string[]>();
		for (const sign of possible) {
			if (byKind.has(sign.kind)) continue;
			const chain = chainsOf(sign, spotted).find(
				(each) => sign.not.length === 0 || !isTakenBack(each, sign, spotted, sentences),
			);
			if (chain) byKind.set(sign.kind, wordsIn(text, chain));
		}
		return URGENT_KINDS.flatMap((kind) => {
			const words = byKind.get(kind);
			return words ? [{ kind, words }] : [];
		});
	}

	/** Signs of which words stand in the text for each of their places. */
	private possible(spotted: Spotted): ReadonlySet<KindOfSign> {
		const possible = new Set<KindOfSign>();
		for (const list of spotted.present) {
			for (const sign of this.signs.get(list) ?? []) {
				const isPossible = sign.steps.every(({ lists }) =>
					lists.some((each) => spotted.mayHave(each)),
				);
				if (isPossible) possible.add(sign);
			}
		}
		return possible;
	}

	private add(sign: KindOfSign): void {
		const rarest = minBy(sign.steps, ({ lists }) => this.lists.countShort(lists));
		for (const list of rarest?.lists ?? []) {
			const known = this.signs.get(list);
			if (known) known.push(sign);
			else this.signs.set(list, [sign]);
		}
	}
}
