const NUMERALS = '一二三四五六七八九';
/** As they are written on cheques, and as Roman numbers. */
const OTHERS = ['壹贰叁肆伍陆柒捌玖', 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨ', 'ⅰⅱⅲⅳⅴⅵⅶⅷⅸ'];

const NUMERAL = /^(?:[一二三四五六七八九]|二?十[一二三四五六七八九]?)$/u;
const OTHER = new RegExp(`[${OTHERS.join('')}]`, 'gu');

/** Cheque and Roman numerals as the usual ones. To be used before NFKC, which makes letters of Ⅱ. */
export const toUsualNumerals = (text: string): string =>
	text.replace(OTHER, (sign) => {
		const place = OTHERS.map((list) => list.indexOf(sign)).find((found) => found >= 0);
		return NUMERALS.charAt(place ?? 0);
	});

/** A numeral up to 29 as digits (三 is 3, 十二 is 12); everything else as it is. */
export function digitsOf(text: string): string {
	if (!NUMERAL.test(text)) return text;
	const [tens = '', ones = text] = text.includes('十') ? text.split('十') : [];
	const ten = !text.includes('十') ? 0 : tens === '二' ? 20 : 10;
	return String(ten + (ones === '' ? 0 : NUMERALS.indexOf(ones) + 1));
}
