import { normalise, stripEmoji } from './normalise';

/** A text of the index that resembles a question. */
export interface Similar {
	/** Index in the list of texts. */
	text: number;
	/** What the hits are ordered by; comparable within one search only. */
	rank: number;
	/** 0 … 1, comparable between searches: the weighted share of pieces that both have. */
	similarity: number;
}

/*
 * BM25 over single characters and pairs, which needs no dictionary (Robertson & Zaragoza 2009). Settled
 * on the development half of LCQMC: pairs count less than characters, a gentle weight for rarity.
 */
const PAIR_WEIGHT = 0.4;
const RARITY_POWER = 0.75;
const SATURATION = 0.6;
const LENGTH_INFLUENCE = 0.5;

/**
 * A smaller index is taken for one of so many texts: a piece is not common because half of a few texts
 * have it.
 */
const LEAST_TEXTS = 1_000;

/** How far two questions of unlike length are apart, as a share of the best rank. */
const LENGTH_PENALTY = 0.6;

/** So many of the best are held against the question once more. */
const RERANKED = 10;

/** Characters that are in any question and tell little about it. */
const WEAK = new Set(
	'的了吗呢吧啊呀么嘛是在有我你您他她它们这那个一不就都也还要想会能可以请问下给和跟与把被让得地怎什多少几哪谁为样何如啥咋里儿时候',
);
const WEAK_FACTOR = 0.35;

const SPACES = /\s+/gu;

function isWeak(gram: string): boolean {
	for (const character of gram) if (!WEAK.has(character)) return false;
	return true;
}

/** How much a text says about what is asked, in characters: weak characters count a fifth. */
export function informativeLength(text: string): number {
	let length = 0;
	for (const character of text) length += WEAK.has(character) ? 0.2 : 1;
	return length;
}

/** Counts of the single characters and pairs of a text. Punctuation counts: it tells questions apart. */
function gramsOf(text: string): Map<string, number> {
	const characters = Array.from(stripEmoji(normalise(text)).replace(SPACES, ''));
	const counts = new Map<string, number>();
	const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
	characters.forEach((character, position) => {
		add(character);
		const next = characters[position + 1];
		if (next !== undefined) add(character + next);
	});
	return counts;
}

function sum(numbers: Iterable<number>): number {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
}

/** A piece and the texts it is in. */
interface Posting {
	/** How much it counts for the order, by its rarity. */
	weight: number;
	/** How much it counts for the similarity: less when it is in any question. */
	meaning: number;
	texts: number[];
	/** What the piece adds to the score of each of these texts. */
	gains: number[];
}

const NOWHERE: Posting = { weight: 0, meaning: 0, texts: [], gains: [] };

/** An index of questions or phrases, in which the ones most like a question are found. */
export class GramIndex {
	private readonly postings = new Map<string, Posting>();
	private readonly meanings: number[];
	private readonly lengths: number[];
	private readonly scores: Float64Array;
	private readonly common: Float64Array;

	constructor(private readonly texts: readonly string[]) {
		const grams = texts.map(gramsOf);
		const pieces = grams.map((counts) => sum(counts.values()));
		const average = sum(pieces) / (texts.length || 1);
		this.lengths = texts.map((text) => Array.from(text).length);
		grams.forEach((counts, text) => {
			const length = 1 - LENGTH_INFLUENCE + (LENGTH_INFLUENCE * (pieces[text] ?? 0)) / average;
			for (const [gram, count] of counts) {
				const posting = this.postings.get(gram) ?? { ...NOWHERE, texts: [], gains: [] };
				posting.texts.push(text);
				posting.gains.push(count / (count + SATURATION * length));
				this.postings.set(gram, posting);
			}
		});
		for (const [gram, posting] of this.postings) {
			Object.assign(posting, this.weigh(gram, posting.texts.length));
		}
		this.meanings = grams.map((counts) => this.meaningOf(counts));
		this.scores = new Float64Array(texts.length);
		this.common = new Float64Array(texts.length);
	}

	/** The texts most like a question, best first. */
	search(question: string, limit: number): Similar[] {
		const grams = gramsOf(question);
		const touched = this.score(grams);
		const best = this.bestOf(touched, Math.max(limit, RERANKED));
		const top = this.scores[best[0] ?? 0] || 1;
		const meaning = this.meaningOf(grams);
		const length = Array.from(question).length;
		const similar = best.map((text) => {
			const other = this.lengths[text] ?? 0;
			const apart = Math.abs(length - other) / Math.max(length, other, 1);
			const both = meaning + (this.meanings[text] ?? 0);
			return {
				text,
				rank: (this.scores[text] ?? 0) / top - LENGTH_PENALTY * apart,
				similarity: both === 0 ? 0 : (2 * (this.common[text] ?? 0)) / both,
			};
		});
		for (const text of touched) {
			this.scores[text] = 0;
			this.common[text] = 0;
		}
		return similar.sort((a, b) => b.rank - a.rank || a.text - b.text).slice(0, limit);
	}

	/** Fills `scores` and `common` for the texts that share a piece, and lists them. */
	private score(grams: Map<string, number>): number[] {
		const { scores, common } = this;
		const touched: number[] = [];
		for (const gram of grams.keys()) {
			const { texts, gains, weight, meaning } = this.postings.get(gram) ?? NOWHERE;
			for (let position = 0; position < texts.length; position++) {
				const text = texts[position] ?? 0;
				const before = scores[text] ?? 0;
				if (before === 0) touched.push(text);
				scores[text] = before + weight * (gains[position] ?? 0);
				common[text] = (common[text] ?? 0) + meaning;
			}
		}
		return touched;
	}

	/** The `count` texts with the highest scores, in order, without sorting all of them. */
	private bestOf(touched: readonly number[], count: number): number[] {
		const { scores } = this;
		const best: number[] = [];
		for (const text of touched) {
			const score = scores[text] ?? 0;
			if (best.length === count && score <= (scores[best[count - 1] ?? 0] ?? 0)) continue;
			let place = best.length;
			while (place > 0 && score > (scores[best[place - 1] ?? 0] ?? 0)) place--;
			best.splice(place, 0, text);
			if (best.length > count) best.pop();
		}
		return best;
	}

	private weigh(gram: string, found: number): { weight: number; meaning: number } {
		const others = Math.max(this.texts.length, LEAST_TEXTS) - found;
		const rarity = Math.log(1 + (others + 0.5) / (found + 0.5));
		const weight = rarity ** RARITY_POWER * (gram.length > 1 ? PAIR_WEIGHT : 1);
		return { weight, meaning: weight * (isWeak(gram) ? WEAK_FACTOR : 1) };
	}

	private meaningOf(grams: Map<string, number>): number {
		let meaning = 0;
		for (const gram of grams.keys()) {
			meaning += (this.postings.get(gram) ?? this.weigh(gram, 0)).meaning;
		}
		return meaning;
	}
}
