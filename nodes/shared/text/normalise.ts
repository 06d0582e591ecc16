import { nameFaces } from './faces';
import { cutText } from './longest';
import { toSimplified } from './simplified';

/*
 * Steps that make one text of the many ways in which people write the same thing. Each step takes and
 * gives text and can be left out; `normalise` is the combination that every comparison starts with. The
 * time of each is linear in the length of the text, whatever it consists of.
 */

/** More marks than any writing puts on one letter (Unicode: stream-safe text format, UAX #15). */
const PILED_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Full-width letters, ligatures, circled digits and the like in their plain form (NFKC). Marks piled on
 * one letter by the thousand are cut: putting them in order takes their number squared.
 */
export function toPlainWidth(text: string): string {
	return text.replace(PILED_MARKS, '$1').normalize('NFKC');
}

/**
 * NFKC, simplified characters, WeChat's faces by name (`/::)` is `[微笑]`), lower case. Keeps white space, punctuation
 * and emoji; of a text that is longer than WeChat's messages can be, the beginning.
 */
export function normalise(text: string): string {
	// NFKC makes eighteen characters of one (ﷺ): cut before, to bound the work, and after, to bound the rest.
	return toSimplified(cutText(nameFaces(toPlainWidth(cutText(text))))).toLowerCase();
}

/** A symbol with what may follow it: variation selectors, joiners, skin tones, key caps. */
const EMOJI =
	/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\u20e3|[\ufe0e-\ufe0f]/gu;

/** WeChat writes its own emoticons as words in brackets: [微笑], [Smile]. */
const WECHAT_EMOTICON = /\[(?:\p{Script=Han}{1,4}|[A-Za-z]{2,12})\]/gu;

/** Without emoji and WeChat's emoticons. They become a space, so that clauses stay apart. */
export function stripEmoji(text: string): string {
	return text.replace(WECHAT_EMOTICON, ' ').replace(EMOJI, ' ');
}

const NOT_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;
const BETWEEN_WORDS = /([a-z0-9])[^\p{L}\p{M}\p{N}]+(?=[a-z0-9])/giu;
const KEPT_SPACE = /[^\p{L}\p{M}\p{N} ]+|(?<![a-z0-9]) +| +(?![a-z0-9])/giu;

/**
 * Letters and digits only: without punctuation, symbols, white space and emoji. One space stays
 * between Latin words and numbers, which would become another word without it.
 */
export function stripPunctuation(text: string): string {
	return text.search(BETWEEN_WORDS) >= 0
		? text.replace(BETWEEN_WORDS, '$1 ').replace(KEPT_SPACE, '')
		: text.replace(NOT_LETTERS, '');
}

/** Words of courtesy and address that carry no question of their own, where a clause begins. */
const OPENINGS =
	/(^|[^\p{L}\p{N}])(?:(?:你好|您好|哈喽|hello|hi|亲亲|亲|老板|掌柜|店家|小编|请问一下|请问下|请问|想问一下|想问下|想问|问一下|问下|麻烦问一下|麻烦问下|麻烦)(?:啊|呀|哈|哦)?[^\p{L}\p{N}]*)+/gu;

/** Particles of tone. */
const PARTICLES = new Set('吗嘛呢吧啊呀哦噢喔哈呗啦哟诶嗯咯哇');
const THANKS = ['谢谢你', '谢谢您', '谢谢', '多谢', '谢了'];
const LONGEST_ENDING = 3;

/** What makes a word of 么, which is a particle elsewhere: 怎么, 什么, 多么. */
const BEFORE_ME = new Set('怎什多这那要');

const LETTERS = /[\p{L}\p{N}]+/gu;

/** The lengths of the endings that begin at a position. */
function endingsAt(run: string, at: number): number[] {
	const first = run.charAt(at);
	if (PARTICLES.has(first)) return [1];
	if (first === '么') return BEFORE_ME.has(run.charAt(at - 1)) ? [] : [1];
	return THANKS.filter((thanks) => run.startsWith(thanks, at)).map(({ length }) => length);
}

/**
 * A run of letters without the particles and thanks at its end: inside a word the same characters mean
 * something. Read from the end, so that each character is looked at once: a pattern would try every
 * beginning of 啊啊啊啊x anew.
 */
function withoutEndings(run: string): string {
	let start = run.length;
	// The positions behind `start` from which there are nothing but endings.
	let good = [start];
	for (let at = start - 1; at >= 0 && at >= start - LONGEST_ENDING; at--) {
		if (!endingsAt(run, at).some((length) => good.includes(at + length))) continue;
		start = at;
		good = [start, ...good.slice(0, LONGEST_ENDING - 1)];
	}
	return run.slice(0, start);
}

/** Without particles of tone (吗, 呢, 啊 …) and words of courtesy (你好, 请问 …) around a clause. */
export function stripParticles(text: string): string {
	const stripped = text.replace(OPENINGS, '$1').replace(LETTERS, withoutEndings);
	// A text of nothing but particles (嗯嗯, 你好) keeps them: an empty text would say less.
	return stripPunctuation(stripped) === '' ? text : stripped;
}

/** Words of everyday speech and the network, and the ones of the standard language. */
const EVERYDAY: ReadonlyArray<readonly [RegExp, string]> = [
	[/啥子|啥|神马/g, '什么'],
	[/咋样/g, '怎么样'],
	[/咋个|咋地|咋|肿么|怎样|如何/g, '怎么'],
	[/哪儿|哪块儿/g, '哪里'],
	[/木有|么有|冇/g, '没有'],
	[/多会儿|几时|何时/g, '什么时候'],
	[/俺/g, '我'],
	[/可不可以|能不能|能否|可否/g, '可以'],
];
const ANY_EVERYDAY = new RegExp(EVERYDAY.map(([words]) => words.source).join('|'));

/** Everyday words (啥, 咋, 哪儿 …) in the standard language. */
export function toStandardWords(text: string): string {
	return ANY_EVERYDAY.test(text)
		? EVERYDAY.reduce((result, [words, standard]) => result.replace(words, standard), text)
		: text;
}

/** Normalised, without emoji: what the following three start with, for who needs more than one of them. */
export const toPlainText = (text: string): string => stripEmoji(normalise(text));

/** As `toMatchText`, of a plain text. */
export const matchTextOf = (plain: string): string => toStandardWords(stripPunctuation(plain));

/** As `toQuestionText`, of a plain text. */
export const questionTextOf = (plain: string): string =>
	toStandardWords(stripPunctuation(stripParticles(plain)));

/** What two texts have to share to count as the same words: normalised, letters and digits only. */
export const toMatchText = (text: string): string => matchTextOf(toPlainText(text));

/** What is left of a question for retrieval: as `toMatchText`, without particles and courtesy. */
export const toQuestionText = (text: string): string => questionTextOf(toPlainText(text));

/** What ends a clause; a point or comma inside a number does not. */
const CLAUSE_ENDS = /[?？]|[,，。.!！;；:：\n、~…]+(?!\d)|[,，。!！;；\n、]+/u;
const CLAUSES = new RegExp(`(${CLAUSE_ENDS.source})`, 'u');

/** The parts of a plain text between signs, each in the form of `toMatchText`, and whether a question mark ends it. */
export function clausesOf(plain: string): Array<{ text: string; asks: boolean }> {
	const pieces = plain.split(CLAUSES);
	const clauses: Array<{ text: string; asks: boolean }> = [];
	for (let place = 0; place < pieces.length; place += 2) {
		const clause = matchTextOf(pieces[place] ?? '');
		const asks = pieces[place + 1]?.includes('?') ?? false;
		if (clause !== '') clauses.push({ text: clause, asks });
	}
	return clauses;
}
