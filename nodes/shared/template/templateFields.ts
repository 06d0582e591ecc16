import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../inputError';

/** A field of a template: the key to fill in and the words before it. */
export interface TemplateField {
	key: string;
	label: string;
}

const FIELD = /\{\{\s*([A-Za-z_]\w*)\.DATA\s*\}\}/g;

/** The fields of a template, from its text: `订单号：{{character_string1.DATA}}`. */
export function fieldsOf(content: string): TemplateField[] {
	const fields = new Map<string, TemplateField>();
	for (const line of content.split(/\r?\n/)) {
		let from = 0;
		for (const match of line.matchAll(FIELD)) {
			const [whole, key = ''] = match;
			const label = line
				.slice(from, match.index)
				.replace(/[:：\s]+$/, '')
				.trim();
			from = (match.index ?? 0) + whole.length;
			if (!fields.has(key)) fields.set(key, { key, label: label || key });
		}
	}
	return [...fields.values()];
}

interface Limit {
	max: number;
	unit: string;
	length: (value: string) => number;
}

const characters = (value: string) => [...value].length;
/** A Chinese character counts as two. */
const halfWidths = (value: string) =>
	[...value].reduce((sum, character) => sum + (/[^\x20-\x7e]/.test(character) ? 2 : 1), 0);

/** Most that a value may hold, by the prefix of its key (WeChat: subscription notice parameters). */
const LIMITS: Record<string, Limit> = {
	thing: { max: 20, unit: 'characters', length: characters },
	number: { max: 32, unit: 'digits', length: characters },
	letter: { max: 32, unit: 'letters', length: characters },
	symbol: { max: 5, unit: 'symbols', length: characters },
	character_string: { max: 32, unit: 'characters', length: characters },
	phone_number: { max: 17, unit: 'digits', length: characters },
	car_number: { max: 8, unit: 'characters', length: characters },
	name: { max: 20, unit: 'letters, or 10 Chinese characters', length: halfWidths },
	phrase: { max: 5, unit: 'Chinese characters', length: characters },
};

/** What is wrong with a value; undefined when WeChat takes it. Keys without a known prefix pass. */
export function valueProblem(key: string, value: string): string | undefined {
	const limit = LIMITS[/^([a-z_]+?)\d+$/.exec(key)?.[1] ?? ''];
	if (!limit || limit.length(value) <= limit.max) return undefined;
	return `'${key}' is longer than WeChat accepts: up to ${limit.max} ${limit.unit}`;
}

/**
 * The `data` of a template message or a notice.
 *
 * @throws UserInputError when no field is filled in or a value is longer than WeChat takes
 */
export function templateData(values: Record<string, unknown>): IDataObject {
	const data: IDataObject = {};
	for (const [key, value] of Object.entries(values)) {
		if (value === undefined || value === null) continue;
		const text = String(value);
		const problem = valueProblem(key, text);
		if (problem) throw new UserInputError(problem, 'Shorten the value, then run again.');
		data[key] = { value: text };
	}
	if (Object.keys(data).length === 0) {
		throw new UserInputError("'Fields' is empty", 'Fill in the fields of the template.');
	}
	return data;
}
