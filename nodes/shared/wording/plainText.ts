import { toPlainWidth, toSimplified } from '../text/normalise';

/*
 * A text in the form in which the rules read it: what is written so that a check should not see it (點 讚, 转❤发,
 * 朋友quan) reads like the words that are meant. Every step is linear in the length of the text.
 */

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％＋＠]/gu;

/** Nobody sees them. */
const INVISIBLE = /\u00ad|[\u200b-\u200f\u2060-\u2064]|[\ufe0e-\ufe0f]|\ufeff/gu;

/** What stands between two characters of a word to tear it apart: spaces, signs, faces. */
const TORN =
	/(?<=\p{Script=Han})(?:[ \t\u3000*_\-·•.~|/\\+^`'"]|\p{Extended_Pictographic}){1,3}(?=\p{Script=Han})/gu;

/** Ways in which words are spelled that would be seen otherwise. */
const SPELLED: ReadonlyArray<readonly [RegExp, string]> = [
	[/朋友(?:quan|q|卷|㘣|劵|)|[盆碰]友圈|pyq/giu, '朋友圈'],
	[/(?:zhuan|zhuǎn|z)发|转(?:fa|fā|f)(?![a-z])/giu, '转发'],
	[/(?:fen|f)享|分(?:xiang|x)(?![a-z])/giu, '分享'],
	[/(?:guan|g)注|关(?:zhu|z)(?![a-z])|[官观]注(?!册)/giu, '关注'],
	[/点(?:zan|z)(?![a-z])|点攒/giu, '点赞'],
	[/集(?:zan|z)(?![a-z])/giu, '集赞'],
	[/[薇威徽]信|v信|vx(?![a-z])/giu, '微信'],
];
const ANY_SPELLED = new RegExp(SPELLED.map(([words]) => words.source).join('|'), 'iu');

/** Simplified characters, plain letters and digits, Chinese commas and semicolons, words as they are meant. */
export function plainText(text: string): string {
	const plain = toSimplified(text.replace(INVISIBLE, ''))
		.replace(FULL_WIDTH, toPlainWidth)
		.replace(TORN, '')
		.replace(/,(?!\d{3})/gu, '，')
		.replace(/;/gu, '；');
	return ANY_SPELLED.test(plain)
		? SPELLED.reduce((result, [words, meant]) => result.replace(words, meant), plain)
		: plain;
}
