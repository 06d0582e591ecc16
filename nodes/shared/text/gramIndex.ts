import {
	isWeak,
	lengthOf,
	piecesOf,
	toComparable,
	type Kind,
	type Piece,
	type Pieces,
} from './pieces';

/** A text of the index that resembles a question. */
export interface Similar {
	/** Index in the list of texts. */
	text: number;
	/** What the hits are ordered by; comparable within one search only. */
	rank: number;
	/** 0 … 1: the weighted share of characters and pairs that both have. */
	similarity: number;
}

/*
 * BM25 (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework) over single characters, pairs and
 * words. Round values from a plateau that both halves of the questions of LCQMC's development part share;
 * the best of either half gains on the other one, too. Pairs tell the order of characters, words what
 * belongs together: 手机 is one thing.
 */
const ORDER_WEIGHTS: Record<Kind, number> = { character: 1, pair: 0.2, word: 0.4 };
/** Words are left out of the similarity: they would count the same characters a third time. */
const SIMILARITY_WEIGHTS: Record<Kind, number> = { character: 1, pair: 0.4, word: 0 };
/** A gentle weight for rarity. */
const RARITY_POWER = 0.75;
const SATURATION = 0.6;
const LENGTH_INFLUENCE = 0.5;

/**
 * A smaller index is taken for one of so many texts: a piece is not common because half of a few texts
 * have it.
 */
const LEAST_TEXTS = 1_000;

/** What a text loses that has hardly any of the length of the question, as a share of its score. */
const LENGTH_PENALTY = 0.6;

/** So many of the best are held against the question once more. */
const RERANKED = 40;

/** What a piece of nothing but weak characters counts in the similarity. */
const WEAK_FACTOR = 0.35;

const KINDS: readonly Kind[] = ['character', 'pair', 'word'];

function sum(numbers: Iterable<number>): number {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
}

/** How many pieces of a kind. */
function sizeOf(pieces: Pieces, kind: Kind): number {
	let size = 0;
	for (const piece of pieces.values()) if (piece.kind === kind) size += piece.count;
	return size;
}

/** How much a piece counts, by its rarity. */
interface Weights {
	/** For the order. */
	weight: number;
	/** For the similarity: less when it is in any question. */
	meaning: number;
}

/** A piece and the texts it is in. */
interface Posting extends Weights {
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
		const comparable = texts.map(toComparable);
		const pieces = comparable.map(piecesOf);
		this.lengths = comparable.map(lengthOf);
		for (const kind of KINDS) this.post(kind, pieces);
		this.meanings = pieces.map((own) => this.meaningOf(own));
		this.scores = new Float64Array(texts.length);
		this.common = new Float64Array(texts.length);
	}

	/** The texts most like a question, best first. */
	search(question: string, limit: number): Similar[] {
		const comparable = toComparable(question);
		const pieces = piecesOf(comparable);
		const touched = this.score(pieces);
		const meaning = this.meaningOf(pieces);
		const length = lengthOf(comparable);
		const similar = this.bestOf(touched, Math.max(limit, RERANKED)).map((text) => {
			const other = this.lengths[text] ?? 0;
			const apart = Math.abs(length - other) / Math.max(length, other, 1);
			const both = meaning + (this.meanings[text] ?? 0);
			return {
				text,
				rank: (this.scores[text] ?? 0) * (1 - LENGTH_PENALTY * apart),
				similarity: both === 0 ? 0 : (2 * (this.common[text] ?? 0)) / both,
			};
		});
		for (const text of touched) {
			this.scores[text] = 0;
			this.common[text] = 0;
		}
		return similar.sort((a, b) => b.rank - a.rank || a.text - b.text).slice(0, limit);
	}

	private post(kind: Kind, pieces: readonly Pieces[]): void {
		const sizes = pieces.map((own) => sizeOf(own, kind));
		const average = sum(sizes) / (sizes.length || 1);
		const posted = new Map<Posting, Piece>();
		pieces.forEach((own, text) => {
			const length = 1 - LENGTH_INFLUENCE + (LENGTH_INFLUENCE * (sizes[text] ?? 0)) / average;
			for (const [key, piece] of own) {
				if (piece.kind !== kind) continue;
				const posting = this.postings.get(key) ?? { ...NOWHERE, texts: [], gains: [] };
				posting.texts.push(text);
				posting.gains.push(piece.count / (piece.count + SATURATION * length));
				this.postings.set(key, posting);
				posted.set(posting, piece);
			}
		});
		for (const [posting, piece] of posted) {
			Object.assign(posting, this.weigh(piece, posting.texts.length));
		}
	}

	/** Fills `scores` and `common` for the texts that share a piece, and lists them. */
	private score(pieces: Pieces): number[] {
		const { scores, common } = this;
		const touched: number[] = [];
		for (const key of pieces.keys()) {
			const { texts, gains, weight, meaning } = this.postings.get(key) ?? NOWHERE;
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

	private weigh({ kind, text }: Piece, found: number): Weights {
		const others = Math.max(this.texts.length, LEAST_TEXTS) - found;
		const rarity = Math.log(1 + (others + 0.5) / (found + 0.5)) ** RARITY_POWER;
		return {
			weight: rarity * ORDER_WEIGHTS[kind],
			meaning: rarity * SIMILARITY_WEIGHTS[kind] * (isWeak(text) ? WEAK_FACTOR : 1),
		};
	}

	/** What the pieces of a question count for the similarity together, each once. */
	private meaningOf(pieces: Pieces): number {
		let total = 0;
		for (const [key, piece] of pieces) {
			total += (this.postings.get(key) ?? this.weigh(piece, 0)).meaning;
		}
		return total;
	}
}
