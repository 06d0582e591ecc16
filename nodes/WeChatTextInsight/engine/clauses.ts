import type { Entry, Matter } from './phrases';

/** A word that carries a feeling, with the weight it has where it stands. */
export interface Hit {
	word: string;
	weight: number;
}

/** What a clause says. */
export interface Clause {
	weights: number[];
	/** When it is about, by its words: long ago is a comparison in itself. */
	time?: 'longAgo' | 'before' | 'now';
	isUnchanged: boolean;
	/** Praise, by what it praises, and facts, by what they belie. */
	praise: Matter[];
	facts: Matter[];
	/** Whether it begins with 但是 and the like. */
	isContrast: boolean;
	/** Whether it says that something was made good. */
	isMended: boolean;
}

/** A stretch that a turn of speech or a told fact has taken as a whole. */
export interface Taken {
	start: number;
	end: number;
	weight: number;
	fact?: Matter;
}

/** Characters a negation reaches: 不是很好, 没有想象中那么差. */
const NEGATION_REACH = 5;
/** What is said before 但是 counts less than what is said after it. */
const BEFORE_CONTRAST = 0.7;
const AFTER_CONTRAST = 1.4;
const CONCESSION = 0.5;
/** 不好 says more than 好 says less: a negated word is weaker than its opposite. */
const NEGATED_POSITIVE = -0.8;
const NEGATED_NEGATIVE = -0.6;
const TWICE_NEGATED = 0.8;

/** By UTF-16 unit whether it ends a clause. */
const CLAUSE_END = new Uint8Array(0x10000);
for (const sign of ',.!?;:、。，！？；：…~\n\r\t ()（）"“”') CLAUSE_END[sign.charCodeAt(0)] = 1;
const PARTICLES = new Set([...'了的啊呀哦噢吧呢啦哈得'].map((sign) => sign.charCodeAt(0)));

export function endsClause(code: number): boolean {
	return CLAUSE_END[code] === 1;
}

function empty(): Clause {
	return {
		weights: [],
		isUnchanged: false,
		praise: [],
		facts: [],
		isContrast: false,
		isMended: false,
	};
}

/** Takes the phrases of a text in their order and makes clauses of them. */
export class ClauseReader {
	readonly hits: Hit[] = [];
	readonly clauses: Clause[] = [];
	emoticons = 0;
	sarcasms = 0;
	figures = 0;
	isIronic = false;
	private clause = empty();
	private factor = 1;
	private intensity = 1;
	private negations = 0;
	private negatedUntil = 0;
	/** End of the last word that makes the next one stronger or negates it. */
	private boundUntil = -1;

	constructor(private readonly text: string) {}

	take(start: number, end: number, entry: Entry): void {
		switch (entry.kind) {
			case 'word':
				return this.word(start, end, entry);
			case 'negator':
				this.negations = start <= this.negatedUntil ? this.negations + 1 : 1;
				this.negatedUntil = end + NEGATION_REACH;
				this.boundUntil = end;
				return;
			case 'intensifier':
				this.intensity = entry.factor;
				this.boundUntil = end;
				return;
			case 'contrast':
				this.endClause();
				for (const { weights } of this.clauses) {
					weights.forEach((weight, at) => (weights[at] = weight * BEFORE_CONTRAST));
				}
				this.factor = AFTER_CONTRAST;
				this.clause.isContrast = true;
				return;
			case 'concession':
				this.factor = CONCESSION;
				return;
			case 'past':
				this.clause.time ??= entry.isLongAgo ? 'longAgo' : 'before';
				return;
			case 'now':
				// A clause that names both times is two: 以前好吃现在难吃.
				if (this.clause.time && this.clause.time !== 'now') this.endClause();
				this.clause.time = 'now';
				return;
			case 'unchanged':
				this.clause.isUnchanged = true;
				return;
			case 'mended':
				this.clause.isMended = true;
				return;
			case 'sarcasm':
				this.sarcasms += 1;
				return;
			case 'emoticon':
				this.emoticons += entry.weight;
				this.isIronic ||= entry.isIronic;
				return this.endClause();
			case 'none':
		}
	}

	/** A turn of speech, or a fact told with a number: it says its thing whatever stands around it. */
	takeWhole({ start, end, weight, fact }: Taken): void {
		this.clause.weights.push(weight);
		this.hits.push({ word: this.text.slice(start, end), weight });
		if (fact) this.clause.facts.push(fact);
		else this.figures += weight;
		this.intensity = 1;
		this.negations = 0;
	}

	endClause(): void {
		const { clause } = this;
		if (clause.weights.length > 0 || clause.time || clause.isMended || clause.isUnchanged) {
			this.clauses.push(clause);
		}
		this.clause = empty();
		this.factor = 1;
		this.intensity = 1;
		this.negations = 0;
		this.negatedUntil = 0;
		this.boundUntil = -1;
	}

	private word(start: number, end: number, entry: Extract<Entry, { kind: 'word' }>): void {
		// One character is a word of its own only at the side of 很, 不, 了 …: not in 水果 or 难道.
		if (end - start === 1 && this.boundUntil !== start && !this.endsHere(end)) return;
		const base = entry.weight;
		let weight = base * this.intensity * this.factor;
		const isNegated = this.negations > 0 && start <= this.negatedUntil;
		if (isNegated) {
			if (this.negations % 2 === 0) weight *= TWICE_NEGATED;
			else weight *= base > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
		}
		this.clause.weights.push(weight);
		this.hits.push({ word: this.text.slice(start, end), weight });
		if (entry.praise && !isNegated) this.clause.praise.push(entry.praise);
		if (entry.fact && !isNegated) this.clause.facts.push(entry.fact);
		this.intensity = 1;
		this.negations = 0;
	}

	private endsHere(end: number): boolean {
		if (end >= this.text.length) return true;
		const code = this.text.charCodeAt(end);
		return endsClause(code) || PARTICLES.has(code);
	}
}
