import { cutText } from '../../shared/text/longest';
import { toMatchText, toPlainWidth } from '../../shared/text/normalise';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMERALS = '一二三四五六七八九';

/** What people put around the letter of their choice. */
const WRAPPED =
	/^(?:我?(?:的)?(?:答案)?(?:选择|选项|选|投给|投|是|第)*)([a-z]|\d{1,2}|[一二三四五六七八九])(?:个|项|号|题)?$/u;

/** Most choices of one question or poll: as many as there are letters. */
export const MAX_CHOICES = LETTERS.length;

/** The letter of a choice, by its position from 0. */
export function letterOf(position: number): string {
	return LETTERS.charAt(position);
}

/** A numeral as a digit; everything else as it is. */
function digitOf(text: string): string {
	const position = text.length === 1 ? NUMERALS.indexOf(text) : -1;
	return position < 0 ? text : String(position + 1);
}

function positionOf(sign: string): number {
	return /^\d+$/.test(sign) ? Number(sign) - 1 : LETTERS.indexOf(sign.toUpperCase());
}

/**
 * Like `toMatchText`, with single numerals as digits; a text of nothing but signs (+, √, an emoji) stands for
 * itself.
 */
export function comparable(text: string): string {
	return digitOf(toMatchText(text) || toPlainWidth(cutText(text)).trim());
}

/** The letter or number that a text consists of; undefined when it is something else. */
export function signOf(words: string): string | undefined {
	const sign = WRAPPED.exec(words)?.[1];
	return sign === undefined ? undefined : digitOf(sign);
}

/** Choices in the order shown, ready to be compared with what people write. */
export class Choices {
	private readonly hasNumbers: boolean;

	constructor(
		readonly texts: readonly string[],
		/** The texts as they are compared. */
		readonly names: readonly string[] = texts.map(comparable),
	) {
		this.hasNumbers = names.some((name) => /^\d+$/.test(name));
	}

	/** The same choices in another order. */
	inOrder(order: readonly number[]): Choices {
		const pick = (list: readonly string[]) => order.map((position) => list[position] ?? '');
		return new Choices(pick(this.texts), pick(this.names));
	}

	/**
	 * Position of the choice that a text means: its own words, its letter (A, ａ, Ⓐ, 选A), its number (1, ①, 1️⃣,
	 * 第一个); undefined when it means none. Where a choice is a number itself, numbers are words.
	 */
	find(text: string): number | undefined {
		const words = comparable(text);
		const named = words === '' ? -1 : this.names.indexOf(words);
		if (named >= 0) return named;
		const sign = signOf(words);
		if (sign === undefined) return undefined;
		const meant = this.names.indexOf(sign);
		if (meant >= 0) return meant;
		if (this.hasNumbers && !/^[a-z]$/.test(sign)) return undefined;
		const position = positionOf(sign);
		return position >= 0 && position < this.texts.length ? position : undefined;
	}

	/** As a list to choose from, one a line. */
	toString(): string {
		return this.texts.map((text, position) => `${letterOf(position)}. ${text}`).join('\n');
	}
}
