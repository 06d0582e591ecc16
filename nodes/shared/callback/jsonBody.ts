import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../json';
import { CallbackError } from './callbackError';
import { addField, blankContainer } from './lists';

/** Ids beyond 2^53 have to stay text; the others follow so that a flow sees one type. */
const ID_NAMES = new Set(['MsgId', 'MsgID', 'MsgDataId', 'msg_id', 'msgid']);

const MAX_DEPTH = 12;

/** Values of one message; see `markup` for what messages have. */
const MAX_VALUES = 5_000;

/** Refuses brackets in brackets before they are parsed: a parser pays for each level, and a text may be all levels. */
function checkDepth(text: string): void {
	let depth = 0;
	let isInString = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (isInString && sign === '\\') at += 1;
		else if (sign === '"') isInString = !isInString;
		else if (isInString) continue;
		else if (sign === '{' || sign === '[') depth += 1;
		else if (sign === '}' || sign === ']') depth -= 1;
		if (depth > MAX_DEPTH) throw new CallbackError(400, 'The message is nested too deeply');
	}
}

/** Turns what JSON gives into the same fields that XML gives. */
class Reader {
	private values = 0;

	fieldsOf(source: object): IDataObject {
		const fields: IDataObject = {};
		for (const [name, value] of Object.entries(source)) {
			// The platform's own example has a blank before a name.
			const trimmed = name.trim();
			addField(fields, trimmed, this.fieldOf(trimmed, value));
		}
		return fields;
	}

	private fieldOf(name: string, value: unknown): IDataObject[string] {
		this.count();
		if (typeof value === 'string') return blankContainer(name, value);
		return ID_NAMES.has(name) && typeof value === 'number' ? String(value) : this.valueOf(value);
	}

	private valueOf(value: unknown): IDataObject[string] {
		if (Array.isArray(value)) {
			return value.map((entry) => {
				this.count();
				return this.valueOf(entry);
			}) as IDataObject[string];
		}
		if (typeof value === 'object' && value !== null) return this.fieldsOf(value);
		return value as IDataObject[string];
	}

	private count(): void {
		this.values += 1;
		if (this.values > MAX_VALUES) throw new CallbackError(413, 'The message has too many elements');
	}
}

/**
 * Reads a message in JSON: fields with WeChat's names, ids as text, lists always as arrays (see `lists`).
 *
 * @throws CallbackError for anything but an object, and for one that is deeper or has far more values than a message
 */
export function parseJsonBody(text: string): IDataObject {
	checkDepth(text);
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		value = undefined;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new CallbackError(400, 'The message is not well-formed JSON');
	}
	return new Reader().fieldsOf(value);
}
