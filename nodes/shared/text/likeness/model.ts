import { max } from 'lodash';
import { cutText } from '../longest';
import { eachFeature } from './features';
import { weightAt } from './weights';

/** What has been learned, as the file of a model holds it. */
export interface LikenessData {
	/** Number of places for the judgement, and for the kinds, as powers of two. */
	bits: number;
	kindBits: number;
	/** What one step of a stored weight is worth. */
	unit: number;
	kindUnit: number;
	/** The score before anything is read. */
	bias: number;
	/** From this score on a text counts without any rule. */
	like: number;
	/** Below this score it does not count although a rule says so. */
	unlike: number;
	/** Names, separated by spaces, and what speaks for each before anything is read. */
	kinds: string;
	kindBias: readonly number[];
	/** A character for each place; for the kinds one table behind the other. */
	weights: string;
	kindWeights: string;
}

/** What was learned from is shorter. Of a longer text too little is known to take back what a rule has found in it. */
const LONGEST_LEARNED = 60;

const SHOWN = 3;
const IS_WORD = /^\p{Script=Han}{2,}$/u;
/** What is shown of a text in which no words stand out. */
const EXCERPT = 20;

/**
 * How much texts are like those that were learned from. All methods take a text in the form in which the texts were
 * learned, and what is known of it besides; they are linear in its length.
 */
export class LikenessModel {
	private readonly kinds: readonly string[];

	constructor(private readonly data: LikenessData) {
		this.kinds = data.kinds.split(' ');
	}

	/** Log-odds, as far as characters and sounds tell. */
	scoreOf(text: string, marks: Iterable<string> = []): number {
		const { bits, unit, bias, weights } = this.data;
		let sum = 0;
		eachFeature(text, marks, bits, (place, value) => {
			sum += weightAt(weights, place) * value;
		});
		return bias + sum * unit;
	}

	/** Whether the text counts without any rule. */
	isLike = (score: number): boolean => score >= this.data.like;

	/** Whether it does not count although a rule says so. */
	isUnlike = (text: string, score: number): boolean =>
		text.length <= LONGEST_LEARNED && score < this.data.unlike;

	/** The kind that it would be, by name. */
	kindOf(text: string, marks: Iterable<string> = []): string {
		const { kindBits, kindUnit, kindBias, kindWeights } = this.data;
		const scores = [...kindBias];
		eachFeature(text, marks, kindBits, (place, value) => {
			for (let kind = 0; kind < scores.length; kind++) {
				const weight = weightAt(kindWeights, (kind << kindBits) + place) * kindUnit;
				scores[kind] = (scores[kind] ?? 0) + weight * value;
			}
		});
		return this.kinds[scores.indexOf(max(scores) ?? 0)] ?? '';
	}

	/** What speaks for it most: words, none of which is a part of another. */
	wordsIn(text: string): string[] {
		const { bits, weights } = this.data;
		const telling: Array<{ run: string; weight: number }> = [];
		eachFeature(text, [], bits, (place, _value, { text: marked, start, end }) => {
			const weight = weightAt(weights, place);
			const run = marked.slice(start, end);
			if (weight > 0 && IS_WORD.test(run) && text.includes(run)) telling.push({ run, weight });
		});
		telling.sort((one, other) => other.weight - one.weight);
		const shown: string[] = [];
		for (const { run } of telling) {
			if (shown.length === SHOWN) break;
			if (!shown.some((known) => known.includes(run) || run.includes(known))) shown.push(run);
		}
		return shown.length > 0 ? shown : [cutText(text, EXCERPT)];
	}
}
