import max from 'lodash/max';

/** Most that the top prize of a draw may be worth: 50,000 CNY (反不正当竞争法). */
export const MAX_PRIZE_FEN = 5_000_000;

const WAN = 10_000;

/** A number is taken as a whole, with or without a currency: what is passed over is not tried again. */
const AMOUNT = /(\d[\d,，]*(?:\.\d+)?)\s*(?:(万)\s*)?(元|块钱|块|人民币|RMB|CNY)?/giu;

/** 六万, 十二万元, 五十万: amounts of money in words. */
const IN_WORDS =
	/([一二两三四五六七八九十百]{1,5})万(?!人|次|名|步|字|里|家|份|个|张|粉|位|种|平)/gu;

const NEAR = 20;
const ABOUT_PRIZES = /奖|价值|礼|现金|红包|锦鲤|大奖/u;

const DIGITS = '零一二三四五六七八九';
const digitOf = (sign: string): number => (sign === '两' ? 2 : Math.max(0, DIGITS.indexOf(sign)));

/** The value of a number below a thousand that is written in words. */
function valueOfWords(words: string): number {
	let total = 0;
	let digit = 0;
	for (const sign of words) {
		if (sign === '十' || sign === '百') {
			total += (digit || 1) * (sign === '十' ? 10 : 100);
			digit = 0;
		} else digit = digitOf(sign);
	}
	return total + digit;
}

const isAboutPrize = (text: string, index: number): boolean =>
	ABOUT_PRIZES.test(text.slice(Math.max(0, index - NEAR), index + NEAR));

/** The largest amount of money that a sentence about a prize names, in fen. 12万 of something is taken as money. */
export function largestAmount(text: string): number {
	const inDigits = [...text.matchAll(AMOUNT)]
		.filter(
			({ index, 0: { length }, 2: wan, 3: currency }) =>
				(currency !== undefined ||
					(wan !== undefined &&
						!/^\s*[人次名步字里家份个张粉位种平]/u.test(text.slice(index + length)))) &&
				isAboutPrize(text, index),
		)
		.map(([, digits = '', wan]) => Number(digits.replace(/[,，]/g, '')) * (wan ? WAN : 1) * 100);
	const inWords = [...text.matchAll(IN_WORDS)]
		.filter(({ index }) => isAboutPrize(text, index))
		.map(([, words = '']) => valueOfWords(words) * WAN * 100);
	return max([...inDigits, ...inWords]) ?? 0;
}

/** Whether a sentence speaks of all prizes together. */
export const isTotal = (text: string): boolean =>
	/(?:总价值|总额|总计|总共|共计|奖池|总奖金|合计)/u.test(text);
