import type { IDataObject } from 'n8n-workflow';

/** Elements that WeChat repeats. One of them alone still is a list, or flows would break at random. */
const LIST_NAMES = new Set(['item', 'List', 'fail_idx', 'AroundBeacon']);

/** Elements that hold nothing but a list, with its name; WeChat sends them blank when there is none. */
const CONTAINERS = new Map([
	['PicList', 'item'],
	['ResultList', 'item'],
	['AroundBeacons', 'AroundBeacon'],
	['SubscribeMsgPopupEvent', 'List'],
	['SubscribeMsgChangeEvent', 'List'],
	['SubscribeMsgSentEvent', 'List'],
]);

/** Names that would change how the object itself works. */
const RESERVED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

type Value = IDataObject[string];

/** The empty list for a container that was sent blank, the text itself for anything else. */
export function blankContainer(name: string, text: string): Value {
	const list = CONTAINERS.get(name);
	return list !== undefined && text.trim() === '' ? { [list]: [] } : text;
}

function asArray(value: Value): Value[] {
	if (Array.isArray(value)) return value as Value[];
	const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
	return isBlank ? [] : [value];
}

/** Adds a field; repeated ones and those that are lists by their nature become arrays. */
export function addField(fields: IDataObject, name: string, value: Value): void {
	if (RESERVED_NAMES.has(name)) return;
	const isRepeated = Object.hasOwn(fields, name);
	if (!isRepeated && !LIST_NAMES.has(name)) {
		fields[name] = value;
		return;
	}
	const before = isRepeated ? fields[name] : [];
	// Grows in place: a copy for each of many elements would take hours for one message of a stranger.
	const list = (Array.isArray(before) ? before : [before]) as Value[];
	for (const entry of asArray(value)) list.push(entry);
	fields[name] = list as Value;
}
