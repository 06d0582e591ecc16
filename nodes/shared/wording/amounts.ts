import max from 'lodash/max';

/** Most that the top prize of a draw may be worth: 50,000 CNY (反不正当竞争法). */
export const MAX_PRIZE_FEN = 5_000_000;

const WAN = 10_000;

/** A number is taken as a whole, with or without a currency: what is passed over is not tried again. */
const AMOUNT =
	/(¥\s?)?(\d[\d,，]*(?:\.\d+)?)\s*(?:多|余|几)?(?:(万|w(?![a-z]))\s*)?(元|块钱|块|人民币|RMB|CNY)?/giu;

/** 六万, 五万五千, 一百万: amounts of money in words. */
const IN_WORDS =
	/([一二两三四五六七八九十百]{1,5})多?万(?:([一二两三四五六七八九])千)?(?!人|次|名|步|字|里|家|份|个|张|粉|位|种|平)/gu;

const NEAR = 20;
const ABOUT_PRIZES = /奖|价值|市[场]?价|礼|现金|红包|锦鲤|抽|刮|中|最高|拿走|免/u;

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

/** What a number counts that is no money. */
const COUNTED = /^\s*[人次名步字里家份个张粉位种平公号期台本元]/u;

/** The largest amount of money that a sentence about a prize names, in fen. 12万 of something is taken as money. */
export function largestAmount(text: string): number {
	const inDigits = [...text.matchAll(AMOUNT)]
		.filter(({ index, 0: { length }, 1: sign, 3: wan, 4: currency }) => {
			const isMoney =
				currency !== undefined ||
				sign !== undefined ||
				(wan !== undefined && !COUNTED.test(text.slice(index + length))) ||
				/价(?:值|格)?[约为：: ]{0,2}$/u.test(text.slice(Math.max(0, index - 5), index));
			return isMoney && isAboutPrize(text, index);
		})
		.map(([, , digits = '', wan]) => Number(digits.replace(/[,，]/g, '')) * (wan ? WAN : 1) * 100);
	const inWords = [...text.matchAll(IN_WORDS)]
		.filter(({ index }) => isAboutPrize(text, index))
		.map(
			([, words = '', thousands = '']) =>
				(valueOfWords(words) * WAN + valueOfWords(thousands) * 1_000) * 100,
		);
	return max([...inDigits, ...inWords]) ?? 0;
}

/** Whether a sentence speaks of all prizes together. */
export const isTotal = (text: string): boolean =>
	/总价值|总额|总计|总共|共计|奖池|总奖金|合计/u.test(text) &&
	!/一人独享|独享|一[位人户]/u.test(text);

/** Whether a sentence names a single prize above the limit. */
export const exceedsLimit = (text: string): boolean =>
	!isTotal(text) && largestAmount(text) > MAX_PRIZE_FEN;
