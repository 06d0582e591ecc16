import { cutText } from '../../../shared/text/longest';
import { normalise } from '../../../shared/text/normalise';
import { MATTERS, type Matter } from './matters';

/** What an answer promises, in a form in which two answers can be compared. */
export interface Fact {
	matter: Matter;
	/** Equal for what is the same: 48 小时 and 2 天. */
	value: string;
	/** As written. */
	shown: string;
	/** The clause that it stands in. */
	clause: string;
}

/** Sentences, and lines; a comma may stand within what belongs together (收到货后，7 天内). */
const BETWEEN_CLAUSES = /[。！!？?；;\n]+/u;
/** More sentences than any answer has. */
const MOST_CLAUSES = 60;

const DIGITS = '零一二三四五六七八九';
const COUNT =
	'(?:\\d{1,6}(?:\\.\\d{1,2})?|半|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
const RANGE = `(${COUNT})(?:\\s?[-~～至到]\\s?(${COUNT}))?\\s?个?`;

const DURATION = new RegExp(
	`${RANGE}\\s?(分钟|小时|钟头|工作日|自然日|天|日(?!期|常|志|语|本)|周(?!年|末|边|[一二三四五六日])|星期|月(?![\\d一二三十底初中末份])|年(?!度|级|龄|纪))`,
	'gu',
);
const AMOUNT = new RegExp(
	`(?:[¥￥]\\s?(\\d{1,7}(?:\\.\\d{1,2})?)|${RANGE}\\s?(?:元|块钱|块))`,
	'gu',
);
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|[48]00-?\d{3}-?\d{4}|0\d{2,3}-\d{7,8})(?!\d)/g;
const CLOCK = '(?:上午|早上|早|下午|晚上|晚|中午)?\\s?\\d{1,2}(?:[:：]\\d{2}|点半|点)';
const HOURS = new RegExp(`${CLOCK}\\s?[-~～至到—]{1,2}\\s?(?:次日)?${CLOCK}`, 'gu');

const MINUTES: Readonly<Record<string, number>> = {
	分钟: 1,
	小时: 60,
	钟头: 60,
	天: 1_440,
	日: 1_440,
	自然日: 1_440,
	周: 10_080,
	星期: 10_080,
	月: 43_200,
	年: 525_600,
};

function numberOf(count: string): number {
	if (/^\d/.test(count)) return Number(count);
	if (count === '半') return 0.5;
	const one = (sign: string): number => (sign === '两' ? 2 : DIGITS.indexOf(sign));
	if (!count.includes('十')) return one(count);
	const [tens = '', ones = ''] = count.split('十');
	return (tens === '' ? 1 : one(tens)) * 10 + (ones === '' ? 0 : one(ones));
}

type Found = Pick<Fact, 'shown' | 'value'> & { at: number };

function counted(
	clause: string,
	pattern: RegExp,
	valueOf: (numbers: number[], unit: string) => string,
): Found[] {
	return [...clause.matchAll(pattern)].map((match) => {
		const [shown, ...groups] = match;
		const numbers = groups.filter((group) => /^[\d半十一二两三四五六七八九.]+$/u.test(group ?? ''));
		return {
			shown: shown.trim(),
			value: valueOf(numbers.map(numberOf), groups.at(-1) ?? ''),
			at: match.index,
		};
	});
}

/** The times of a day, so that 上午9点到晚上9点 is 9:00-21:00. */
function timesIn(range: string): string {
	return [
		...range.matchAll(/(上午|早上|早|下午|晚上|晚|中午)?\s?(\d{1,2})(?:[:：](\d{2})|点(半)?)/gu),
	]
		.map(([, part = '', hour = '', minute, half]) => {
			const isLate = /下午|晚/.test(part) && Number(hour) < 12;
			return `${Number(hour) + (isLate ? 12 : 0)}:${half ? '30' : (minute ?? '00')}`;
		})
		.join('-');
}

const READERS: Readonly<Record<Matter['kind'], (clause: string) => Found[]>> = {
	duration: (clause) =>
		counted(clause, DURATION, (numbers, unit) =>
			unit === '工作日'
				? `${numbers.join('-')} working days`
				: numbers.map((number) => number * (MINUTES[unit] ?? 0)).join('-'),
		).filter(
			({ at, shown }) =>
				// 10月1日 is a day, 24小时客服 an offer.
				clause.charAt(at - 1) !== '月' &&
				!/^(?:全天|在线|客服|营业|自助|热线)/.test(clause.slice(at + shown.length)),
		),
	amount: (clause) => counted(clause, AMOUNT, (numbers) => numbers.join('-')),
	phone: (clause) =>
		[...clause.matchAll(PHONE)].map(({ 0: shown, index }) => ({
			shown,
			value: shown.replaceAll('-', ''),
			at: index,
		})),
	hours: (clause) =>
		[...clause.matchAll(HOURS)].map(({ 0: shown, index }) => ({
			shown: shown.trim(),
			value: timesIn(shown),
			at: index,
		})),
};

/** How far the word of a matter is from a number that it tells of. */
const NEAR = 24;

/**
 * The facts of a text: how long something takes or counts, what it costs, phone numbers, opening hours. Numbers that
 * no known matter stands beside are left out: they may be about anything.
 */
export function factsIn(text: string): Fact[] {
	const clauses = cutText(normalise(text)).split(BETWEEN_CLAUSES).slice(0, MOST_CLAUSES);
	return clauses.flatMap((part) => {
		const clause = part.trim();
		return MATTERS.flatMap((matter) =>
			READERS[matter.kind](clause)
				.filter(({ at, shown }) => {
					const near = clause.slice(Math.max(0, at - NEAR), at + shown.length + NEAR);
					return matter.words.test(near);
				})
				.map(({ shown, value }) => ({ matter, value, shown, clause })),
		);
	});
}
