import { valueOfJson } from '../json';

/** Entries of a comma-separated or multi-line text, trimmed; Chinese commas (，、) and semicolons count too. */
export function splitList(text: string): string[] {
	return text
		.split(/[\s,，、;；]+/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/**
 * IDs however they come from the canvas: a text as above, a list of them, JSON of one, or the rows that another
 * node gives (`{ openId }`, WeChat's own `{ openid }`).
 */
export function idsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(idsOf);
	if (typeof value === 'object' && value !== null) {
		const [, id] = Object.entries(value).find(([name]) => name.toLowerCase() === 'openid') ?? [];
		return idsOf(id);
	}
	const text = String(value ?? '').trim();
	const list = text.startsWith('[') ? valueOfJson(text) : undefined;
	return Array.isArray(list) ? idsOf(list) : splitList(text);
}
