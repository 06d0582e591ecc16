import { digitsOf } from './numerals';
import { Wrapping } from './wrapping';
import { plainWords, signsOf } from './written';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Longer texts hold more than the letter of a choice. */
const LONGEST_SIGN = 24;

/** The letter or number of a choice. */
const SIGN = /^(?:[a-z]|\d{1,2})$/;

/** What people say before their choice: 我选B, 投给2号, 答案是A. */
const BEFORE =
	'我 我要 我想 我就 我的 我的答案 我觉得 我认为 我感觉 我猜 个人觉得 本人 觉得 认为 感觉 猜 蒙 蒙一个 盲猜 估计 大概 好像 貌似 可能 应该 应该是 肯定 肯定是 一定 一定是 绝对 绝对是 必须 必须是 当然 当然是 明显 果断 坚决 坚定 毫无疑问 毫不犹豫 ' +
	'答案 正确答案 正确的是 最终答案 最后 选择 选项 选 就选 选了 选的 选手 改 改成 改为 改选 改投 投 投给 投票 投票给 票投 投一票给 一票给 一票投给 这票给 支持 力挺 挺 站 喜欢 我喜欢 最喜欢 pick 看好 押 就 就是 还是 是 为 给 第 no 编号 号码 作品 方案 图 这题 本题 这道题 这个 这一题 回复 回答 答 请 请投 票给 永远 一直 全家 全家都 我们 我们都 大家 我家 全班 难道 难道是 那 那就 再 嗯 嗯嗯 呃 额 好 好的 哈哈 你好 您好 小编 老师 主持人 报告';

/** And behind it: 2号选手, A吧, 第一个. Who is not sure (对吗) has answered all the same. */
const BEHIND =
	'选项 答案 选手 作品 方案 候选人 老师 同学 个 项 号 组 队 图 款 那个 这个 一票 投票 投一票 投上一票 加油 加油鸭 必胜 最棒 最好 最好看 好看 真棒 很棒 太棒了 最美 第一 冠军 冲 冲冲冲 冲鸭 打call 漂亮 可爱 最可爱 最帅 牛 yyds 威武 ' +
	'对吗 对吧 对不对 对不 是吗 是吧 对 对了 正确 没错 准没错 不会错 没跑了 不改了 确定 肯定 绝对 没问题 好了 得了 吧 嘛 哇 叭 哒 嗷 鸭 呐 耶 噻 撒 滴 啊 呀 哦 啦 了 呗 喽 咯 哈 哈哈 哈哈哈 嘿嘿 嘻嘻 嗯 谢谢 谢谢老师 谢谢小编 我选的 我选';

const WRAPPING = new Wrapping(BEFORE, BEHIND);

/** The number of the question, before the choice: 第三题选C, 3题B. */
const QUESTION_NUMBER = /^第?[\d一二三四五六七八九十]{1,3}题/u;

/** The same letter, or the same words, said several times: CCC, 选C选C. */
const REPEATED = /^([a-z]|\P{N}{0,3}[a-z\d一二三四五六七八九]\P{N}{0,2}?)\1{1,5}$/u;

/** Most choices of one question or poll: as many as there are letters. */
export const MAX_CHOICES = LETTERS.length;

/** The letter of a choice, by its position from 0. */
export function letterOf(position: number): string {
	return LETTERS.charAt(position);
}

function positionOf(sign: string): number {
	return /^\d+$/.test(sign) ? Number(sign) - 1 : LETTERS.indexOf(sign.toUpperCase());
}

/**
 * A text as answers are compared: letters and digits in one writing, a numeral as digits; a text of nothing but
 * signs (+, √, an emoji) stands for itself.
 */
export const answerWords = (text: string): string =>
	digitsOf(plainWords(text) || plainWords(text, false) || signsOf(text));

/** Whether a text says nothing in words: faces, emoji and signs. */
export const isWordless = (text: string): boolean => plainWords(text, false) === '';

/** The text as it is, and without words of choosing around it. */
function bare(words: string): string[] {
	const said = words.replaceAll(' ', '').replace(QUESTION_NUMBER, '');
	const [, once] = said.length <= LONGEST_SIGN ? (REPEATED.exec(said) ?? []) : [];
	const cores = once === undefined || /^\d+$/.test(said) ? [] : WRAPPING.coresOf(once);
	// 1 2 is not 12: with a space between numbers nothing is taken away.
	const isApart = /\d \d/.test(words);
	return [words, ...(isApart ? [] : WRAPPING.coresOf(said)), ...cores];
}

/** A letter or number, and words behind it: a line of the list as it was shown. */
const LINE = /^([a-z]|\d{1,2})\s?(.+)$/su;

/** The words that a text may name as a choice: the whole, without words of choosing around it, behind a letter. */
export function namesIn(words: string): string[] {
	return bare(words).flatMap((left) => {
		const [, , name] = LINE.exec(left) ?? [];
		return name === undefined ? [left] : [left, digitsOf(name)];
	});
}

/**
 * The letter (in lower case) or number that a text consists of, perhaps with words of choosing around it; undefined
 * when it is something else.
 *
 * @param words in the form of `answerWords`
 */
export function signOf(words: string): string | undefined {
	if (words.length > LONGEST_SIGN) return undefined;
	return bare(words)
		.map(digitsOf)
		.find((left) => SIGN.test(left));
}

/** Choices in the order shown, ready to be compared with what people write. */
export class Choices {
	private readonly hasNumbers: boolean;

	constructor(
		readonly texts: readonly string[],
		/** The texts as they are compared. */
		readonly names: readonly string[] = texts.map(answerWords),
	) {
		this.hasNumbers = names.some((name) => /^\d+$/.test(name));
	}

	/** The same choices in another order. */
	inOrder(order: readonly number[]): Choices {
		const pick = (list: readonly string[]) => order.map((position) => list[position] ?? '');
		return new Choices(pick(this.texts), pick(this.names));
	}

	/**
	 * Position of the choice that a text means: its own words (我选龙井), its letter (A, ａ, Ⓐ, 选A), its number (1, ①,
	 * 1️⃣, 第一个), or both (A. 龙井); undefined when it means none, or two. Where a choice is a number itself, numbers
	 * are words.
	 */
	find(text: string): number | undefined {
		const words = answerWords(text);
		if (words === '') return undefined;
		const meant = this.named(words);
		if (meant >= 0) return meant;
		const sign = signOf(words);
		return sign === undefined ? this.withSign(words) : this.signed(sign);
	}

	/** As a list to choose from, one a line. */
	toString(): string {
		return this.texts.map((text, position) => `${letterOf(position)}. ${text}`).join('\n');
	}

	private named(words: string): number {
		const found = bare(words).map((left) => this.names.indexOf(left));
		return found.find((position) => position >= 0) ?? -1;
	}

	private signed(sign: string): number | undefined {
		const named = this.names.indexOf(sign);
		if (named >= 0) return named;
		if (this.hasNumbers && !/^[a-z]$/.test(sign)) return undefined;
		const position = positionOf(sign);
		return position >= 0 && position < this.texts.length ? position : undefined;
	}

	/** A line of the list as it was shown, or copied from it: the letter and the words have to agree. */
	private withSign(words: string): number | undefined {
		return bare(words)
			.flatMap((left) => {
				const [, sign = '', name = ''] = LINE.exec(left) ?? [];
				const position = sign === '' ? undefined : this.signed(sign);
				return position !== undefined && this.names[position] === digitsOf(name) ? [position] : [];
			})
			.at(0);
	}
}
