import { once } from 'lodash';
import emoticons from './data/emoticons.json';
import lexicon from './data/lexicon.json';
import { isWhole, Trie, wordsOf } from '../../shared/text/trie';

type Entry =
	| { kind: 'word'; weight: number }
	| { kind: 'emoticon'; weight: number; isIronic: boolean }
	| { kind: 'intensifier'; factor: number }
	| { kind: 'concession' | 'contrast' | 'negator' | 'none' | 'sarcasm' };

/** A word that carries a feeling, with the weight it has where it stands. */
export interface Hit {
	word: string;
	weight: number;
}

/** What the words of a text say about its mood. Sums are of weights between -3 and 3 per word. */
export interface LexiconScore {
	positive: number;
	/** As a positive number. */
	negative: number;
	/** `positive - negative`. */
	score: number;
	/** Score of the last clause that has one: where people put their verdict. */
	last: number;
	/** Sum over emoji and WeChat emoticons. */
	emoticons: number;
	isSarcastic: boolean;
	hits: Hit[];
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
const SARCASM = 1.5;
/** Longest text that a smile with two meanings can turn round as a whole. */
const IRONY_REACH = 60;

const CLAUSE_END = new Set(
	[...',.!?;:、。，！？；：…~\n\r\t ()（）"“”'].map((sign) => sign.charCodeAt(0)),
);
const PARTICLES = new Set([...'了的啊呀哦噢吧呢啦哈得'].map((sign) => sign.charCodeAt(0)));

/** Built on first use; the later of two kinds wins where a word stands in both. */
const phrases = once((): Trie<Entry> => {
	const trie = new Trie<Entry>();
	const add = (list: string, entry: Entry) => {
		for (const phrase of wordsOf(list)) trie.set(phrase.toLowerCase(), entry);
	};
	for (const [factor, list] of Object.entries(lexicon.intensifiers)) {
		add(list, { kind: 'intensifier', factor: Number(factor) });
	}
	add(lexicon.negators, { kind: 'negator' });
	add(lexicon.concession, { kind: 'concession' });
	for (const [weight, list] of Object.entries(lexicon.words)) {
		add(list, { kind: 'word', weight: Number(weight) });
	}
	add(lexicon.contrast, { kind: 'contrast' });
	add(lexicon.none, { kind: 'none' });
	add(lexicon.sarcasm, { kind: 'sarcasm' });
	const ironic = new Set(wordsOf(emoticons.ironic));
	for (const list of [emoticons.wechat, emoticons.unicode]) {
		for (const [weight, signs] of Object.entries(list)) {
			for (const sign of wordsOf(signs)) {
				add(sign, { kind: 'emoticon', weight: Number(weight), isIronic: ironic.has(sign) });
			}
		}
	}
	return trie;
});

/** Reads a text clause by clause. */
class Reader {
	readonly hits: Hit[] = [];
	emoticons = 0;
	sarcasms = 0;
	isIronic = false;
	private readonly clauses: number[][] = [];
	private weights: number[] = [];
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
				return this.word(start, end, entry.weight);
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
				for (const clause of this.clauses) {
					clause.forEach((weight, at) => (clause[at] = weight * BEFORE_CONTRAST));
				}
				this.factor = AFTER_CONTRAST;
				return;
			case 'concession':
				this.factor = CONCESSION;
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

	endClause(): void {
		if (this.weights.length > 0) this.clauses.push(this.weights);
		this.weights = [];
		this.factor = 1;
		this.intensity = 1;
		this.negations = 0;
		this.negatedUntil = 0;
		this.boundUntil = -1;
	}

	finish(): LexiconScore {
		this.endClause();
		const sums = this.clauses.map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
		const all = this.clauses.flat();
		let positive = all.reduce((sum, weight) => sum + Math.max(weight, 0), 0);
		let negative = all.reduce((sum, weight) => sum - Math.min(weight, 0), 0);
		// Praise with a cue of irony is meant the other way round; a long text that praises and blames is just long.
		const isShortMix = positive > 0 && negative > 0 && this.text.length <= IRONY_REACH;
		const isSarcastic = this.sarcasms > 0 || (this.isIronic && isShortMix);
		if (isSarcastic) {
			negative += positive * 0.7 + SARCASM;
			positive = 0;
		}
		const score = positive - negative;
		return {
			positive,
			negative,
			score,
			last: isSarcastic ? score : (sums.at(-1) ?? 0),
			emoticons: isSarcastic ? Math.min(this.emoticons, 0) : this.emoticons,
			isSarcastic,
			hits: this.hits,
		};
	}

	private word(start: number, end: number, base: number): void {
		// One character is a word of its own only at the side of 很, 不, 了 …: not in 水果 or 难道.
		if (end - start === 1 && this.boundUntil !== start && !this.endsHere(end)) return;
		let weight = base * this.intensity * this.factor;
		if (this.negations > 0 && start <= this.negatedUntil) {
			if (this.negations % 2 === 0) weight *= TWICE_NEGATED;
			else weight *= base > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
		}
		this.weights.push(weight);
		this.hits.push({ word: this.text.slice(start, end), weight });
		this.intensity = 1;
		this.negations = 0;
	}

	private endsHere(end: number): boolean {
		if (end >= this.text.length) return true;
		const code = this.text.charCodeAt(end);
		return CLAUSE_END.has(code) || PARTICLES.has(code);
	}
}

/**
 * Reads the mood from words and signs: negation and double negation (不, 没有 … 那么), degree (非常, 有点), contrast
 * (但是), concession (虽然), irony (呵呵, [微笑]), emoji and WeChat's emoticons.
 *
 * @param text in the form of `normalise`
 */
export function lexiconScore(text: string): LexiconScore {
	const trie = phrases();
	const reader = new Reader(text);
	for (let at = 0; at < text.length; ) {
		const found = trie.longestAt(text, at);
		if (found && isWhole(text, found.start, found.end)) {
			reader.take(found.start, found.end, found.value);
			at = found.end;
			continue;
		}
		if (CLAUSE_END.has(text.charCodeAt(at))) reader.endClause();
		at += 1;
	}
	return reader.finish();
}
