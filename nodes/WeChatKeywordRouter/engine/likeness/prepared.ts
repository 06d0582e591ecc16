import { once } from 'lodash';
import { toQuestionText } from '../../../shared/text/normalise';
import { isWeak } from '../../../shared/text/pieces';
import { createSegmenter, generalLogProbability } from '../../../shared/text/segment';
import { kindsAsked } from './asked';

/** A word of a text and how much it tells, about 0 … 1.5. */
export interface Word {
	text: string;
	start: number;
	weight: number;
}

/** A text made ready to be compared with others. */
export interface Prepared {
	text: string;
	words: Word[];
	/** All weights together. */
	weight: number;
	/** Numbers and Latin words. */
	names: string[];
	kinds: number;
	negations: number;
}

/** Natural logarithm of the probability from which a word tells next to nothing, and the steps from there to 1. */
const COMMON = 4.5;
const STEPS = 7;
const LEAST_WEIGHT = 0.08;
const MOST_WEIGHT = 1.4;
const WEAK_FACTOR = 0.35;
/** A word that the dictionary does not have is a name, mostly. */
const UNKNOWN = 13;

const segmenter = once(() => createSegmenter());

/** How much a word tells: the rarer in general text, the more. */
export function weightOf(word: string): number {
	const rarity = -(generalLogProbability(word) ?? -UNKNOWN);
	const weight = Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, (rarity - COMMON) / STEPS));
	return isWeak(word) ? weight * WEAK_FACTOR : weight;
}

const NAMES = /[a-z]+|\d+(?:\.\d+)?/g;
const NEGATIONS = /[不没别无非未]|拒绝|禁止|取消/g;
/** Words in which the same characters deny nothing. */
const NO_NEGATIONS =
	/要不要|是不是|有没有|会不会|好不好|行不行|能不能|不好意思|特别|区别|别人|非常|无线|级别|性别|不错/g;

/** Longer questions are compared by their beginning. */
const LONGEST = 120;

export function prepare(raw: string): Prepared {
	const text = toQuestionText(raw).slice(0, LONGEST);
	const words: Word[] = [];
	let weight = 0;
	let start = 0;
	for (const word of segmenter()(text)) {
		start = text.indexOf(word, start);
		const own = weightOf(word);
		words.push({ text: word, start, weight: own });
		weight += own;
		start += word.length;
	}
	return {
		text,
		words,
		weight,
		names: text.match(NAMES) ?? [],
		kinds: kindsAsked(text),
		negations: (text.replace(NO_NEGATIONS, '').match(NEGATIONS) ?? []).length,
	};
}
