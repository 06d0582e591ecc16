import { cutText } from '../text/longest';
import { normalise, stripPunctuation, toPlainWidth, toStandardWords } from '../text/normalise';
import { mayHoldFace, withoutFaces } from './faces';

/*
 * The one place that knows in how many ways people write a command: full width, traditional script, capitals,
 * spaces and signs between its characters, brackets and quotes around it, WeChat's faces and emoji beside it.
 * Whatever compares words of followers with words of the account compares them in this form.
 */

/** Marks on letters: a text that is struck through still says what it says. */
const MARKS = /\p{M}+/gu;
const SPACES = /\s+/g;

/** Letters and digits as they are compared; one space stays between Latin words and numbers: 1 2 is not 12. */
export function plainWords(text: string, guessFaces = true): string {
	const marked = normalise(withoutFaces(cutText(text), guessFaces));
	return toStandardWords(stripPunctuation(marked.replace(MARKS, '')));
}

const closed = (words: string): string => words.replace(SPACES, '');

/** A text of nothing but signs and faces (+, √, 🎁), which stands for itself. */
export const signsOf = (text: string): string => toPlainWidth(cutText(text)).trim();

/**
 * What a text may say, as commands are compared: nothing but letters and digits, without any space; a text that holds
 * none stands for itself. Empty for an empty text.
 */
export function readingsOf(text: string): string[] {
	const said = closed(plainWords(text));
	const readings = mayHoldFace(text) ? [said, closed(plainWords(text, false))] : [said];
	const words = [...new Set(readings)].filter((reading) => reading !== '');
	return words.length > 0 ? words : [signsOf(text)].filter((signs) => signs !== '');
}

/** Command words of an account as they are compared; what holds no letter is left out. */
export const commandWords = (words: readonly string[]): string[] => [
	...new Set(words.map((word) => readingsOf(word).at(-1) ?? '').filter((word) => word !== '')),
];

/** Words of courtesy and wish before a command. */
const BEFORE =
	'麻烦帮我 麻烦给我 请帮我 请给我 我想要 我想 我要 我来 我就 我也要 我也 我 想要 想 要 来 帮我 帮忙 给我 回复 回 发送 输入 麻烦 请 现在 今天 今日 马上 立即 赶紧 快 那就 好的 好 嗯 你好 您好 hi hello 小编 老板 亲'.split(
		' ',
	);

/** Particles, thanks and laughter behind it. Those of a question (吗, 么, 呢) are none: 签到吗 asks. */
const BEHIND =
	'谢谢你 谢谢您 谢谢啦 谢谢了 谢谢 多谢 谢了 拜托了 拜托啦 拜托 辛苦了 辛苦啦 辛苦 thanks thankyou please 一下 来了 下 哈哈 嘿嘿 嘻嘻 啊 呀 啦 了 吧 哦 喔 噢 哈 咯 喽 嘞 哟 呗 哒'.split(
		' ',
	);

/** Longer texts are no command, whatever they hold. */
const LONGEST = 40;
const MOST_WRAPPINGS = 4;

/** A text, and what is left of it when words are taken from one of its ends, one after the other. */
function unwrapped(
	text: string,
	wrappings: readonly string[],
	isAt: (text: string, words: string) => boolean,
	without: (text: string, length: number) => string,
): string[] {
	const found = [text];
	for (let left = text; found.length <= MOST_WRAPPINGS; found.push(left)) {
		const wrapping = wrappings.find((words) => isAt(left, words));
		if (wrapping === undefined || wrapping.length === left.length) break;
		left = without(left, wrapping.length);
	}
	return found;
}

/** A reading, and what is left of it without the words that people say before a command. */
export const withoutBefore = (text: string): string[] =>
	unwrapped(
		text,
		BEFORE,
		(left, words) => left.startsWith(words),
		(left, length) => left.slice(length),
	);

const withoutBehind = (text: string): string[] =>
	unwrapped(
		text,
		BEHIND,
		(left, words) => left.endsWith(words),
		(left, length) => left.slice(0, -length),
	);

/**
 * A reading without what people say around a command (我要签到啦, 请帮我退订，谢谢), the whole one first. Nothing
 * that turns the meaning round, and nothing that asks, is taken away: 不想签到 and 签到吗 stay what they are.
 */
export function coresOf(reading: string): string[] {
	if (reading.length > LONGEST) return [];
	return withoutBefore(reading).flatMap(withoutBehind);
}

/** Whether a text is a word said several times: 签到签到. */
export function isRepeated(text: string, word: string): boolean {
	const times = text.length / word.length;
	return (
		word.length > 1 &&
		Number.isInteger(times) &&
		text.length <= LONGEST &&
		text === word.repeat(times)
	);
}
