import { cutText } from '../text/longest';
import { normalise, stripPunctuation, toPlainWidth, toStandardWords } from '../text/normalise';
import { mayHoldFace, withoutFaces } from './faces';
import { digitsOf, toUsualNumerals } from './numerals';
import { Wrapping } from './wrapping';

/*
 * The one place that knows in how many ways people write a command: full width, traditional script, capitals,
 * spaces and signs between its characters, brackets and quotes around it, WeChat's faces and emoji beside it.
 * Whatever compares words of followers with words of the account compares them in this form.
 */

/** As people join in: 签到+1. Behind a number it is arithmetic. */
const JOINING = /(?<=\p{Script=Han})\s*[+＋]1\s*$/u;

/** Marks on letters: a text that is struck through still says what it says. */
const MARKS = /\p{M}+/gu;
const SPACES = /\s+/g;

/** Letters and digits as they are compared; one space stays between Latin words and numbers: 1 2 is not 12. */
export function plainWords(text: string, guessFaces = true): string {
	const marked = normalise(
		toUsualNumerals(withoutFaces(cutText(text), guessFaces)).replace(JOINING, ''),
	);
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
	const words = [...new Set(readings.map(digitsOf))].filter((reading) => reading !== '');
	return words.length > 0 ? words : [signsOf(text)].filter((signs) => signs !== '');
}

/** Command words of an account as they are compared; what holds no letter is left out. */
export const commandWords = (words: readonly string[]): string[] => [
	...new Set(words.map((word) => readingsOf(word).at(-1) ?? '').filter((word) => word !== '')),
];

/** Courtesy, wish and haste before a command. None of these words turns its meaning round. */
const BEFORE =
	'我要 我想要 我想 我来 我就 我也要 我也想 我也 也 需要 前来 申请 报名 打卡 在吗 我先 我现在要 我 我的 想要 想 要 来 来个 来一个 先 再来 再来一次 帮 帮我 帮忙 给我 麻烦 麻烦您 请 求 求求 拜托 那 那就 好的 好 嗯 嗯嗯 ok ' +
	'现在 现在就 今天 今日 每日 日常 早上好 早安 早 晚上好 下午好 马上 立即 立刻 赶紧 赶快 快 快点 继续 开始 ' +
	'回复 回覆 回 发送 发 输入 按 选 打开 点击 点 进入 参加 参与 加入 查 查询 查一下 查下 查看 看 看看 看一下 转 转接 接 找 拉 拉我 带我 让我 叫 呼叫 联系 换 关键词 口令 指令 ' +
	'你好 您好 哈喽 hi hello 喂 小编 老板 老师 亲 亲亲 客服 大家好';

/** Particles, thanks, haste and laughter behind it. Those of a question (吗, 么, 呢) are none: 签到吗 asks. */
const BEHIND =
	'谢谢 谢谢你 谢谢您 谢谢啦 谢谢了 谢谢亲 谢啦 谢了 多谢 感谢 拜托 拜托了 拜托啦 辛苦 辛苦了 辛苦啦 麻烦了 麻烦您了 thanks thankyou thx please pls 3q ' +
	'一下 下 来了 来啦 来咯 来喽 走起 冲 冲冲冲 加油 打卡 开始 快 快点 快点啊 快一点 赶紧 赶快 马上 立即 立刻 现在 今天 急 急急急 在线等 在吗 服务 客服 入口 报名 ' +
	'哈 哈哈 哈哈哈 嘿嘿 嘻嘻 呵呵 啊 呀 啦 了 吧 哦 喔 噢 咯 喽 嘞 哟 呗 哒 嗷 鸭 呐 嗯 嗯嗯 ok 好的 小编 老师 亲 亲亲';

const WRAPPING = new Wrapping(BEFORE, BEHIND);

/** A reading, and what is left of it without the words that people say before a command. */
export const afterOpening = (reading: string): string[] => WRAPPING.afterOpening(reading);

/**
 * A reading without what people say around a command (我要签到啦, 请帮我退订，谢谢), the whole one first. Nothing
 * that turns the meaning round, and nothing that asks, is taken away: 不想签到 and 签到吗 stay what they are.
 */
export const coresOf = (reading: string): string[] => WRAPPING.coresOf(reading);

/** A verb with its object, and what people put between them: 签个到, 抽一次奖. */
const PARTED = /^(\p{Script=Han})(?:个|一个|了个|一下|一次|次)(\p{Script=Han})$/u;

/** The word of a core: 签个到 is 签到, 三 is 3; everything else as it is. */
export const wordOf = (core: string): string => digitsOf(core.replace(PARTED, '$1$2'));

/** Whether a text consists of some words, one after the other: 签到签到, TD退订. */
export function consistsOf(text: string, words: readonly string[]): boolean {
	const reached = new Set([0]);
	for (const start of reached) {
		for (const word of words) {
			// Of single characters other words are made: 11 is not 1 twice.
			if (word.length > 1 && text.startsWith(word, start)) reached.add(start + word.length);
		}
	}
	return reached.has(text.length);
}
