import { isObject, type Json } from './check';
import { fail } from './errors';
import type { Template } from './state';

const lengthOf = (text: string) => [...text].length;

const upTo = (maximum: number, pattern = /^/) => ({
	test: (text: string) => lengthOf(text) <= maximum && pattern.test(text),
});

const DAY = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`;
const HOUR = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const PLATE = String.raw`[A-Za-z\d\u4e00-\u9fff]`;

/** A moment or two of them joined by `~`. */
const span = (moment: string) => new RegExp(`^(${moment})(\\s*~\\s*(${moment}))?$`);

/** What a value may be, by the kind its name begins with (WeChat: parameters of a template). */
const KINDS: Record<string, { test(text: string): boolean }> = {
	thing: upTo(20),
	const: upTo(20),
	number: upTo(32, /^-?\d+(\.\d+)?$/),
	letter: upTo(32, /^[A-Za-z]+$/),
	symbol: upTo(5, /^[^\p{L}\p{N}\s]+$/u),
	character_string: upTo(32, /^[\x20-\x7e]+$/),
	time: span(`(${DAY}\\s*)?${HOUR}`),
	date: span(`${DAY}(\\s*${HOUR})?`),
	amount: { test: (text) => /^[^\p{L}\p{N}\s]?\d{1,10}(\.\d+)?元?$/u.test(text) },
	phone_number: upTo(17, /^[\d+\-() ]+$/),
	car_number: upTo(8, new RegExp(`^${PLATE}[A-Za-z\\d]*${PLATE}$`)),
	name: {
		test: (text) =>
			/^[\p{Script=Han}·]{1,10}$/u.test(text) || /^[^\p{Script=Han}\d]{1,20}$/u.test(text),
	},
	phrase: upTo(5, /^\p{Script=Han}+$/u),
};

/** Since May 2023 these are dropped from template messages. */
const DROPPED = new Set(['first', 'remark']);

const kindOf = (key: string) => key.replace(/\d+$/, '');

function valueOf(key: string, entry: unknown): string {
	const value = isObject(entry) ? entry.value : undefined;
	const isFitting =
		typeof value === 'string' &&
		value.trim() !== '' &&
		!/[\r\n]/.test(value) &&
		(KINDS[kindOf(key)] ?? upTo(20)).test(value);
	return isFitting ? value : fail(47003, `argument invalid! data.${key}.value invalid`);
}

/**
 * Checks the values of a template or notice and gives back what its reader sees: the fields of the template, without
 * first line, remark, colours and emoji.
 *
 * @param isStrict whether a field that the template does not have is refused instead of ignored
 */
export function shownFields({ content }: Template, data: Json, isStrict: boolean): Json {
	const keys = [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, key = '']) => key);
	const unknown = Object.keys(data).find((key) => !keys.includes(key) && !DROPPED.has(key));
	if (isStrict && unknown) fail(47003, `argument invalid! data.${unknown} is unknown`);
	const wanted = keys.filter((key) => !DROPPED.has(key));
	return Object.fromEntries(
		wanted.map((key) => {
			const value = valueOf(key, data[key]).replace(/\p{Extended_Pictographic}\ufe0f?/gu, '');
			return [key, { value }];
		}),
	);
}
