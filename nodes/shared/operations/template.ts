import type { IDataObject } from 'n8n-workflow';

/** A field of the item and nothing else between the braces: `{{ $json.a.b }}`. */
const PLACEHOLDER = /\{\{\s*\$json((?:\.[A-Za-z_]\w*)+)\s*\}\}/;

/** What stands beside the fields must mean nothing to n8n, nor become something together with their braces. */
const NO_MERE_TEXT = /\{\{|\}\}|\\|^\}|\{$/;

/** A text or a number below the item; undefined for anything else, also for what objects have by nature. */
function fieldAt(json: IDataObject, path: string): number | string | undefined {
	let value: unknown = json;
	for (const name of path.split('.').slice(1)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
			return undefined;
		value = (value as Record<string, unknown>)[name];
	}
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/**
 * What a parameter gives that consists of texts and fields of the item, e.g. `=收到：{{ $json.Content }}`. n8n
 * makes an isolated engine for each run that evaluates an expression, which takes longer than all the
 * rest of a reply; these need no engine. The value is the one that n8n would give.
 *
 * @param parameter as it is stored, with the equals sign of an expression
 * @returns undefined when n8n has to evaluate it
 */
export function filledIn(parameter: string, json: IDataObject): number | string | undefined {
	// A separator with one group: texts and paths take turns.
	const parts = parameter.slice(1).split(PLACEHOLDER);
	if (!parameter.startsWith('=') || parts.length === 1) return undefined;
	const texts = parts.filter((_, position) => position % 2 === 0);
	const rest = texts.join('');
	// White space alone around one field: whether that makes a text of a number is for n8n to say.
	if (texts.some((text) => NO_MERE_TEXT.test(text)) || (rest !== '' && rest.trim() === '')) {
		return undefined;
	}
	const values = parts.map((part, position) => (position % 2 === 0 ? part : fieldAt(json, part)));
	if (values.includes(undefined)) return undefined;
	return rest === '' && values.length === 3 ? values[1] : values.join('');
}
