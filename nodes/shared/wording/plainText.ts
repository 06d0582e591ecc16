import { toPlainWidth } from '../text/normalise';
import { toSimplified } from '../text/simplified';

/*
 * A text in the form in which the rules read it: what is written so that a check should not see it (點 讚, 转❤发,
 * 朋友quan) reads like the words that are meant. Every step is linear in the length of the text.
 */

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％＋＠]/gu;

/** Nobody sees them. */
const INVISIBLE = /\u00ad|[\u200b-\u200f\u2060-\u2064]|[\ufe0e-\ufe0f]|\ufeff/gu;

/** Signs that stand for words. */
const SIGNS: ReadonlyMap<string, string> = new Map([
	['👍', '赞'],
	['❤', '心'],
	['♥', '心'],
	['💖', '心'],
	['🎁', '礼物'],
	['🧧', '红包'],
	['💰', '钱'],
	['💳', '银行卡'],
	['🆔', '身份证'],
	['￥', '¥'],
]);
const ANY_SIGN = new RegExp([...SIGNS.keys()].join('|'), 'gu');

/** What stands between two characters of a word to tear it apart: spaces, signs, faces. */
const TORN =
	/(?<=\p{Script=Han})(?:[ \t\u3000*_\-·•.~|/\\+^`'"]|\p{Extended_Pictographic}){1,3}(?=\p{Script=Han})/gu;

/** Spaces around numbers in a Chinese text. */
const SPACED_NUMBER = /(?<=\p{Script=Han})[ \t]{1,2}(?=\d)|(?<=\d)[ \t]{1,2}(?=\p{Script=Han})/gu;

/** Single letters: z a n, p-y-q. */
const SPACED_LETTERS = /(?<![a-z\d])[a-z](?:[ \-.·_][a-z]){1,7}(?![a-z\d])/giu;
const BETWEEN_LETTERS = /[ \-.·_]/gu;

/** Ways in which words are spelled that would be seen otherwise. */
const SPELLED: ReadonlyArray<readonly [RegExp, string]> = [
	[/朋友(?:quan|q|卷|㘣|劵)(?![a-z])|[盆碰]友圈|pyq|peng ?you ?quan/giu, '朋友圈'],
	[/(?:zhuan|z)发|转(?:fa|f)(?![a-z])|zhuan ?fa/giu, '转发'],
	[/(?:fen|f)享|分(?:xiang|x)(?![a-z])|fen ?xiang/giu, '分享'],
	[/(?:guan|g)注|关(?:zhu|z)(?![a-z])|[官观]注(?!册)|guan ?zhu/giu, '关注'],
	[/点(?:zan|z)(?![a-z])|点攒|dian ?zan/giu, '点赞'],
	[/(?<![a-z])zan(?![a-z])/giu, '赞'],
	[/[薇威徽]信|(?<![a-z])v信|(?<![a-z])vx(?![a-z])/giu, '微信'],
	[/bo ?cai(?![a-z])/giu, '博彩'],
	[/(?<![a-z])z(?=(?:最|低价|好|强|便宜))/giu, ''],
	[/(?:hong ?bao|宏包)(?![a-z])/giu, '红包'],
	[/(?:chou ?jiang|抽jiang|chou奖)(?![a-z])/giu, '抽奖'],
];
const ANY_SPELLED = new RegExp(SPELLED.map(([words]) => words.source).join('|'), 'iu');

/** Simplified characters, plain letters and digits, Chinese commas and semicolons, words as they are meant. */
export function plainText(text: string): string {
	const plain = toSimplified(text.replace(INVISIBLE, ''))
		.replace(FULL_WIDTH, toPlainWidth)
		.replace(ANY_SIGN, (sign) => SIGNS.get(sign) ?? sign)
		.replace(TORN, '')
		.replace(SPACED_NUMBER, '')
		.replace(SPACED_LETTERS, (letters) => letters.replace(BETWEEN_LETTERS, ''))
		.replace(/,(?!\d{3})/gu, '，')
		.replace(/;/gu, '；');
	return ANY_SPELLED.test(plain)
		? SPELLED.reduce((result, [words, meant]) => result.replace(words, meant), plain)
		: plain;
}
