import once from 'lodash/once';
import { LikenessModel } from '../likeness/model';
import { spokenDigits } from '../spokenDigits';
import data from './data/likeness.json';

/*
 * How much a text is like advertisements, insults, indecent and fraudulent offers. The lists and phrases know the usual words;
 * this part knows the characters and sounds that go with them, and those that go with a question or praise. Learned by
 * scripts/data/train-texts.mjs.
 */

const model = once(() => new LikenessModel(data));

/** Signs by which words are torn apart. */
const TORN = /(?<=\p{Script=Han})[\s*\-_.·|/\\+~^'"`]{1,3}(?=\p{Script=Han})/gu;

/** The form in which texts are compared. @param text in the form of `normalise` */
export const likenessText = (text: string): string => spokenDigits(text.replace(TORN, '')).trim();

/** What was learned from is Chinese: pinyin and bare numbers would all look like an account of somebody. */
const IS_CHINESE = /\p{Script=Han}[^\p{Script=Han}]*\p{Script=Han}/u;

/** How a text looks as a whole. */
export interface Likeness {
	/** Whether it speaks against what words alone say: 刷单骗局大家注意. */
	isUnlikely: boolean;
	/** What it is like although no word of a list stands in it. */
	like?: { word: string; category: string };
}

/** @param text in the form of `normalise` */
export function likenessOf(text: string): Likeness {
	if (!IS_CHINESE.test(text)) return { isUnlikely: false };
	const compared = likenessText(text);
	const score = model().scoreOf(compared);
	if (!model().isLike(score)) return { isUnlikely: model().isUnlike(compared, score) };
	const word = model().wordsIn(compared).join(' ');
	return { isUnlikely: false, like: { word, category: model().kindOf(compared) } };
}
