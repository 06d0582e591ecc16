/** What counts as a word that no dictionary knows. */
export interface NewWordOptions {
	/** Fewest occurrences. */
	minCount: number;
	/** Fewest texts it stands in: a word repeated by one person is no word of all. */
	minDocuments: number;
	/** Characters with which no word begins or ends: particles, pronouns, connectives. */
	edges: string;
	/** Characters that stand in no word at all, or only in phrases. */
	joints: string;
	/** Whether a string is known as a word already. */
	isKnown: (word: string) => boolean;
}

const LONGEST = 6;
/** Pointwise mutual information of the parts, in natural logarithms: how much they stick together. */
const MIN_COHESION = 3;
/** The same as a share of what it can be at most: few texts allow no high value. */
const MIN_COHESION_SHARE = 0.6;
/** So much more is asked of what begins or ends with a known word, as 员态度 in 配送员态度. */
const WITH_KNOWN_PART = 2;
/** Entropy of what stands beside it, in natural logarithms: how freely it is used. */
const MIN_FREEDOM = 0.9;
/** A string that nearly always stands inside one longer candidate is a piece of that. */
const PIECE_SHARE = 0.8;

const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Stands for the neighbour of what is at the edge of a clause. */
const EDGE = '^';

interface Usage {
	count: number;
	documents: number;
	lastDocument: number;
	left: Map<string, number>;
	right: Map<string, number>;
}

function bump(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How varied the neighbours are. The edge is one of them: what always begins a clause may be a phrase. */
function entropy(counts: Map<string, number>): number {
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	let sum = 0;
	for (const count of counts.values()) sum -= (count / all) * Math.log(count / all);
	return sum;
}

/** Strings of one length that are frequent enough; longer ones are built only from frequent shorter ones. */
function countLength(
	runs: string[][],
	length: number,
	shorter: Map<string, number>,
	minCount: number,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const run of runs.flat()) {
		for (let at = 0; at + length <= run.length; at++) {
			const inner = run.slice(at, at + length - 1);
			if (length > 1 && !shorter.has(inner)) continue;
			bump(counts, run.slice(at, at + length));
		}
	}
	for (const [string, count] of counts) {
		if (count < minCount) counts.delete(string);
	}
	return counts;
}

function usages(runs: string[][], candidates: Set<string>): Map<string, Usage> {
	const found = new Map<string, Usage>();
	const note = (document: number, run: string, at: number, length: number) => {
		const string = run.slice(at, at + length);
		if (!candidates.has(string)) return;
		let usage = found.get(string);
		if (!usage) {
			usage = { count: 0, documents: 0, lastDocument: -1, left: new Map(), right: new Map() };
			found.set(string, usage);
		}
		usage.count += 1;
		if (usage.lastDocument !== document) usage.documents += 1;
		usage.lastDocument = document;
		bump(usage.left, at > 0 ? run.charAt(at - 1) : EDGE);
		bump(usage.right, run.charAt(at + length) || EDGE);
	};
	runs.forEach((own, document) => {
		for (const run of own) {
			for (let at = 0; at < run.length; at++) {
				const longest = Math.min(LONGEST, run.length - at);
				for (let length = 2; length <= longest; length++) note(document, run, at, length);
			}
		}
	});
	return found;
}

/** Whether a string holds together at its weakest joint, over all ways to cut it in two. */
function isCohesive(
	string: string,
	counts: Map<string, number>,
	total: number,
	isKnown: (word: string) => boolean,
): boolean {
	const share = (counts.get(string) ?? 0) / total;
	let weakest = Number.POSITIVE_INFINITY;
	let extra = 0;
	for (let cut = 1; cut < string.length; cut++) {
		const parts = [string.slice(0, cut), string.slice(cut)];
		if (parts.some((part) => part.length > 1 && isKnown(part))) extra = WITH_KNOWN_PART;
		const left = counts.get(string.slice(0, cut)) ?? 1;
		const right = counts.get(string.slice(cut)) ?? 1;
		weakest = Math.min(weakest, Math.log((share * total * total) / (left * right)));
	}
	return (
		weakest >= MIN_COHESION + extra || weakest / -Math.log(share) >= MIN_COHESION_SHARE + extra / 20
	);
}

/**
 * Words that the texts use as words and no dictionary has: strings of 2 to 6 characters whose characters stick
 * together (mutual information) and whose neighbours vary (entropy on both sides).
 *
 * @param texts in the form of `normalise`
 */
export function discoverWords(texts: string[], options: NewWordOptions): string[] {
	const { minCount, minDocuments, edges, joints, isKnown } = options;
	const runs = texts.map((text) => text.match(HAN_RUN) ?? []);
	const total = Math.max(
		1,
		runs.flat().reduce((sum, run) => sum + run.length, 0),
	);
	const counts = new Map<string, number>();
	let shorter = new Map<string, number>();
	for (let length = 1; length <= LONGEST; length++) {
		shorter = countLength(runs, length, shorter, length === 1 ? 1 : minCount);
		for (const [string, count] of shorter) counts.set(string, count);
	}
	const isEdge = (character: string) => edges.includes(character);
	const hasJoint = (string: string) => [...string].some((character) => joints.includes(character));
	const candidates = new Set(
		[...counts.keys()].filter(
			(string) =>
				string.length > 1 &&
				!isEdge(string.charAt(0)) &&
				!isEdge(string.charAt(string.length - 1)) &&
				!hasJoint(string) &&
				!isKnown(string) &&
				isCohesive(string, counts, total, isKnown),
		),
	);
	const words = [...usages(runs, candidates)].filter(
		([, { documents, left, right }]) =>
			documents >= minDocuments && Math.min(entropy(left), entropy(right)) >= MIN_FREEDOM,
	);
	words.sort(([one], [other]) => other.length - one.length || (one < other ? -1 : 1));
	const kept: Array<[string, Usage]> = [];
	for (const [word, usage] of words) {
		const isPiece = kept.some(
			([longer, { count }]) => longer.includes(word) && count >= usage.count * PIECE_SHARE,
		);
		if (!isPiece) kept.push([word, usage]);
	}
	return kept.map(([word]) => word);
}
