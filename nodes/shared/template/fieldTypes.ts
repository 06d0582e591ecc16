import { withoutForbidden } from '../text/characters';
import { DATE, inWeChatTime, TIME } from './fieldTime';

/** A value in WeChat's form, or what is wrong with it (completes `'thing1' …`). */
export type Checked = { text: string } | { problem: string };

/** What is counted, and how a limit of it is told. */
const LIMITS = {
	characters: (max: number) => `up to ${max} characters`,
	chinese: (max: number) => `up to ${max} Chinese characters`,
	digits: (max: number) => `up to ${max} digits`,
	letters: (max: number) => `up to ${max} letters`,
	phone: (max: number) => `up to ${max} digits and symbols`,
	symbols: (max: number) => `up to ${max} symbols`,
};

interface FieldType {
	/** Puts what is clear into WeChat's form. */
	form?: (text: string) => string;
	/** What WeChat takes, once it is in form; anything, when absent. */
	pattern?: RegExp;
	/** What `pattern` asks for, in words. */
	wants?: string;
	max?: number;
	/** What `max` counts. */
	unit?: keyof typeof LIMITS;
}

const withoutSpaces = (text: string) => text.replace(/\s/g, '');
const CHINESE = /\p{Script=Han}/u;
const MONEY = /^[-−]?\d+(?:\.\d+)?$/;
/** No field takes so much; a text of a stranger is not looked at any further then. */
const MAX_ANYWHERE = 10_000;
const MAX_NAME_CHINESE = 10;
const MAX_NAME_LETTERS = 20;

/** `12.5` as `¥12.50`: WeChat wants one currency sign, ten digits, and 元 behind at most. */
function amountInForm(text: string): string {
	const compact = withoutSpaces(text).replace(/(?<=\d)[,，](?=\d{3})/g, '');
	if (!MONEY.test(compact)) return compact;
	const [, decimals] = compact.split('.');
	return `¥${decimals ? Number(compact).toFixed(2) : compact}`;
}

/**
 * What WeChat takes by the prefix of a key (WeChat: parameters of subscription notices, which hold for
 * the templates of service categories as well; `keyword` for the older ones, since 2023-05-04).
 */
const TYPES: Record<string, FieldType> = {
	thing: { max: 20, unit: 'characters' },
	keyword: { max: 20, unit: 'characters' },
	const: { max: 20, unit: 'characters' },
	number: {
		form: (text) => withoutSpaces(text).replace(/(?<=\d)[,，](?=\d{3})/g, ''),
		pattern: /^[-+]?\d+(?:\.\d+)?$/,
		wants: 'a number without a unit, e.g. 12.5',
		max: 32,
		unit: 'digits',
	},
	letter: { pattern: /^[A-Za-z]+$/, wants: 'letters only', max: 32, unit: 'letters' },
	symbol: {
		pattern: /^[^\p{L}\p{N}\s]+$/u,
		wants: 'symbols only, without letters and digits',
		max: 5,
		unit: 'symbols',
	},
	character_string: {
		pattern: /^[\x20-\x7e]+$/,
		wants: 'digits, letters and symbols without Chinese characters',
		max: 32,
		unit: 'characters',
	},
	time: {
		form: inWeChatTime,
		pattern: TIME,
		wants: 'a time, e.g. 16:00 or 2026-11-29 16:00, or two of them as 16:00~18:00',
	},
	date: {
		form: inWeChatTime,
		pattern: DATE,
		wants: 'a date, e.g. 2026-11-29, or two of them as 2026-11-29~2026-11-30',
	},
	amount: {
		form: amountInForm,
		pattern: /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u,
		wants: 'an amount of up to ten digits with one currency sign, e.g. ¥12.50',
	},
	phone_number: {
		pattern: /^[\d+\-()#*, ]+$/,
		wants: 'a phone number, e.g. +86-0766-66888866',
		max: 17,
		unit: 'phone',
	},
	car_number: {
		form: (text) =>
			withoutSpaces(text)
				.replace(/[·•.-]/g, '')
				.toUpperCase(),
		pattern: /^[\p{Script=Han}A-Z0-9][A-Z0-9]*[\p{Script=Han}A-Z0-9]?$/u,
		wants: 'a plate number, e.g. 粤A8Z888挂',
		max: 8,
		unit: 'characters',
	},
	name: { pattern: /^\P{N}+$/u, wants: 'a name without digits' },
	phrase: {
		pattern: /^\p{Script=Han}+$/u,
		wants: 'Chinese characters only, e.g. 配送中',
		max: 5,
		unit: 'chinese',
	},
	// What an enumeration takes is known to its template only.
	enum: {},
};

const typeOf = (key: string): FieldType => TYPES[/^([a-z_]+?)\d+$/.exec(key)?.[1] ?? ''] ?? {};

/** A name in letters may be twice as long as one with Chinese characters. */
function tooLongName(text: string): string | undefined {
	const max = CHINESE.test(text) ? MAX_NAME_CHINESE : MAX_NAME_LETTERS;
	return [...text].length > max
		? `up to ${MAX_NAME_LETTERS} letters, or ${MAX_NAME_CHINESE} Chinese characters`
		: undefined;
}

function tooLong(
	key: string,
	text: string,
	{ max = Number.POSITIVE_INFINITY, unit = 'characters' }: FieldType,
): string | undefined {
	if (/^name\d+$/.test(key)) return tooLongName(text);
	return [...text].length > max ? LIMITS[unit](max) : undefined;
}

/** Letters, digits and symbols other than emoji, which WeChat leaves out since 2023-05-04. */
const VISIBLE = /(?![\p{Extended_Pictographic}\p{Emoji_Modifier}])[\p{L}\p{N}\p{P}\p{S}]/u;

const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Digits and signs of a Chinese keyboard (１２．５) as those of any other, where only such are taken. */
const plainWidth = (text: string, { pattern, unit }: FieldType): string =>
	pattern && unit !== 'symbols' ? text.replace(FULL_WIDTH, (sign) => sign.normalize('NFKC')) : text;

/** A text as WeChat wants it in the field of this key. Keys without a known prefix take any text. */
export function checkField(key: string, given: string): Checked {
	if (given.length > MAX_ANYWHERE) return { problem: 'is longer than WeChat accepts' };
	const type = typeOf(key);
	// No field takes line breaks.
	const lines = plainWidth(withoutForbidden(given), type)
		.split(/[\r\n\u2028\u2029]/)
		.map((part) => part.trim());
	const line = lines.filter((part) => part !== '').join(' ');
	if (!VISIBLE.test(line)) return { problem: 'is empty' };
	const text = type.form?.(line) ?? line;
	if (type.pattern && !type.pattern.test(text)) return { problem: `has to be ${type.wants}` };
	const limit = tooLong(key, text, type);
	return limit ? { problem: `is longer than WeChat accepts: ${limit}` } : { text };
}
