import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { isRecord } from '../json';
import { checkField, type Checked } from './fieldTypes';

/** A field of a template: the key to fill in and the words before it. */
export interface TemplateField {
	key: string;
	label: string;
}

const FIELD = /\{\{\s*([A-Za-z_]\w*)\.DATA\s*\}\}/g;

/** The fields of a template, from its text: `订单号：{{character_string1.DATA}}`. */
export function fieldsOf(content: string): TemplateField[] {
	const fields = new Map<string, TemplateField>();
	for (const line of content.split('\n')) {
		if (!line.includes('{{')) continue;
		let from = 0;
		for (const match of line.matchAll(FIELD)) {
			const [whole, key = ''] = match;
			const label = line
				.slice(from, match.index)
				.replace(/(?<![:：\s])[:：\s]+$/, '')
				.trim();
			from = (match.index ?? 0) + whole.length;
			if (!fields.has(key)) fields.set(key, { key, label: label || key });
		}
	}
	return [...fields.values()];
}

/** The key of a field, also where it was copied from the template: `{{thing1.DATA}}`. */
const keyOf = (name: string): string =>
	/^(?:\{\{)?\s*([A-Za-z_]\w*)\.DATA\s*(?:\}\})?$/i.exec(name.trim())?.[1] ?? name.trim();

/** What WeChat leaves out of a message since 2023-05-04, whoever sends it. */
const DROPPED = new Set(['first', 'remark']);

const COLOUR = /^#[0-9a-f]{3,8}$/i;

/** n8n turns an object that is mapped to a field into its JSON. */
function parsedJson(text: string): unknown {
	if (!/^(?:\{\s*"|\[\s*["{]|"\d)/.test(text)) return text;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}

/**
 * The text behind what other tools and libraries send for a field: `{ "value": "龙井", "color": "#555" }`,
 * `["龙井", "#555"]`, a list, a date. Undefined when there is none to be found.
 */
function textOf(value: unknown): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	if (Array.isArray(value)) {
		const [first, second] = value as unknown[];
		const isColoured = value.length === 2 && typeof second === 'string' && COLOUR.test(second);
		const texts = (isColoured ? [first] : (value as unknown[])).map(textOf);
		return texts.some((text) => text === undefined) ? undefined : texts.join('、');
	}
	if (isRecord(value)) {
		if ('value' in value) return textOf(value.value ?? '');
		return 'toISO' in value && typeof value.toISO === 'function'
			? String(value.toISO())
			: undefined;
	}
	// What went wrong in a calculation is no text.
	return Number.isNaN(value) ? undefined : String(value ?? '');
}

/** The text of a field; what only looks like JSON stays the text it is. */
function fieldText(value: unknown): string | undefined {
	const parsed = typeof value === 'string' ? parsedJson(value.trim()) : value;
	return textOf(parsed) ?? (typeof value === 'string' && !isRecord(parsed) ? value : undefined);
}

/** Which of the fields WeChat no longer shows. */
export const droppedOf = (keys: string[]): string[] =>
	keys.map(keyOf).filter((key) => DROPPED.has(key));

/** A value as WeChat wants it, or what is wrong with it. */
function checked(key: string, value: unknown): Checked {
	const text = fieldText(value);
	if (text !== undefined) return checkField(key, text);
	return { problem: Number.isNaN(value) ? 'is no number (NaN)' : 'is an object, not a text' };
}

/**
 * The `data` of a template message or a notice, with every value in the form that WeChat takes for its
 * key. Fields without a value are left out, and those that WeChat no longer shows (`droppedOf`).
 *
 * @throws UserInputError that names every field WeChat would refuse, or when none is filled in
 */
export function templateData(values: Record<string, unknown>): IDataObject {
	const data: IDataObject = {};
	const problems: string[] = [];
	for (const [name, value] of Object.entries(values)) {
		const key = keyOf(name);
		if (value === undefined || value === null || DROPPED.has(key)) continue;
		const result = checked(key, value);
		if ('text' in result) data[key] = { value: result.text };
		else problems.push(`'${key}' ${result.problem}`);
	}
	if (problems.length > 0) {
		throw new UserInputError(
			problems.join('; '),
			'Nothing was sent. Correct what goes into these fields of the template, then run again.',
		);
	}
	if (Object.keys(data).length === 0) {
		throw new UserInputError(
			"'Values to Send' is empty",
			'Fill in the fields of the template. WeChat no longer shows first and remark.',
		);
	}
	return data;
}
