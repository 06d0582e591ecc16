import { plainWords, signsOf } from './written';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMERALS = '一二三四五六七八九';

/** Longer texts hold more than the letter of a choice. */
const LONGEST_SIGN = 24;

/** The letter or number of a choice. */
const SIGN = /^(?:[a-z]|\d{1,2}|[一二三四五六七八九]|二?十[一二三四五六七八九]?)$/u;

/** What people say before their choice (我选B, 投给2号, 答案是A, 第三题选C). */
const BEFORE =
	/^(?:第[\d一二三四五六七八九十]{1,3}题|我的答案|我的|我觉得|我认为|我猜|我想|我要|我|答案|正确答案|选择|选项|选|投票给|投票|投给|投|回复|回答|支持|应该|肯定|当然|可能|觉得|猜|就|给|是|为|第|请|那|还|再)/u;

/** And behind it (2号选手, A吧, 第一个). */
const BEHIND =
	/(?:选项|答案|选手|作品|加油|正确|谢谢|一票|投票|个|项|号|票|对|吧|啊|呀|哦|啦|了|哈|必胜|冲)$/u;

/** Most choices of one question or poll: as many as there are letters. */
export const MAX_CHOICES = LETTERS.length;

/** The letter of a choice, by its position from 0. */
export function letterOf(position: number): string {
	return LETTERS.charAt(position);
}

/** A numeral up to 29 as digits; everything else as it is. */
function digitOf(text: string): string {
	if (!SIGN.test(text)) return text;
	const isTens = text.includes('十');
	const ones = isTens ? text.slice(text.indexOf('十') + 1) : text;
	const one = ones === '' ? 0 : NUMERALS.indexOf(ones) + 1;
	if (isTens) return String((text.startsWith('二') ? 20 : 10) + one);
	return one > 0 ? String(one) : text;
}

function positionOf(sign: string): number {
	return /^\d+$/.test(sign) ? Number(sign) - 1 : LETTERS.indexOf(sign.toUpperCase());
}

/**
 * A text as answers are compared: letters and digits in one writing, a numeral as digits; a text of nothing but
 * signs (+, √, an emoji) stands for itself.
 */
export const answerWords = (text: string): string =>
	digitOf(plainWords(text) || plainWords(text, false) || signsOf(text));

/** Whether a text says nothing in words: faces, emoji and signs. */
export const isWordless = (text: string): boolean => plainWords(text, false) === '';

/** The text without words of choosing around it, the shortest last. */
function bare(words: string): string[] {
	const found = [words];
	for (let left = words; ; found.push(left)) {
		const next = BEFORE.test(left) ? left.replace(BEFORE, '') : left.replace(BEHIND, '');
		if (next === '' || next === left) return found;
		left = next.trim();
	}
}

/** A letter or number, and words behind it: a line of the list as it was shown. */
const LINE = /^([a-z]|\d{1,2})\s?(.+)$/su;

/** The words that a text may name as a choice: the whole, without words of choosing around it, behind a letter. */
export function namesIn(words: string): string[] {
	return bare(words).flatMap((left) => {
		const [, , name] = LINE.exec(left) ?? [];
		return name === undefined ? [left] : [left, digitOf(name)];
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
	const sign = bare(words).find((left) => SIGN.test(left));
	return sign === undefined ? undefined : digitOf(sign);
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
				return position !== undefined && this.names[position] === digitOf(name) ? [position] : [];
			})
			.at(0);
	}
}
