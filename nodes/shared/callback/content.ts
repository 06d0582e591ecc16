import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/** What a value says, however it was sent: undefined when it says nothing. */
function essenceOf(value: unknown): unknown {
	if (Array.isArray(value)) {
		const entries = value.map(essenceOf).filter((entry) => entry !== undefined);
		return entries.length > 0 ? entries : undefined;
	}
	if (typeof value !== 'object' || value === null) {
		const text = String(value ?? '').trim();
		return text === '' ? undefined : text;
	}
	const members = Object.entries(value)
		.map(([name, member]): [string, unknown] => [name, essenceOf(member)])
		.filter(([, member]) => member !== undefined)
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return members.length > 0 ? members : undefined;
}

/**
 * A digest of what a message says. The same for numbers and text, for fields in another order, for blank and
 * absent ones and for white space around values, as WeChat can deliver a message again in another form; another
 * for lists in another order.
 *
 * @returns base64url; undefined when the fields say nothing
 */
export function contentDigest(fields: IDataObject): string | undefined {
	const essence = essenceOf(fields);
	return essence === undefined
		? undefined
		: createHash('sha256').update(JSON.stringify(essence)).digest('base64url');
}
