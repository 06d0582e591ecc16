import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { asText } from '../json';

/** Text of a field; numbers, which JSON sends, count as text. Empty for anything else. */
export function textOf(fields: IDataObject, name: string): string {
	return asText(fields[name]);
}

function isFields(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields below a field; none when it holds no fields. */
export function within(fields: IDataObject, name: string): IDataObject {
	const value = fields[name];
	return isFields(value) ? value : {};
}

/** OpenID of the person whom an event names, in any spelling: Tencent's pages have more than one. */
export function namedPerson(fields: IDataObject): string {
	const name = Object.keys(fields).find((candidate) => candidate.toLowerCase() === 'openid');
	return name === undefined ? '' : textOf(fields, name).trim();
}

const LIST = 'List';

/** Where an event about subscription notices keeps its entries (WeChat: subscription notice events). */
const NOTICE_CONTAINERS = [
	'SubscribeMsgPopupEvent',
	'SubscribeMsgChangeEvent',
	'SubscribeMsgSentEvent',
];

const fieldsIn = (value: unknown): IDataObject[] =>
	(Array.isArray(value) ? value : [value]).filter(isFields);

/**
 * The entries of an event about subscription notices, as sent. XML has them in a container named after the
 * event, JSON at the top level; what stands in both is one entry.
 */
export function noticesOf(fields: IDataObject): IDataObject[] {
	const places = [fields, ...NOTICE_CONTAINERS.flatMap((name) => fieldsIn(fields[name]))];
	const [top = [], ...nested] = places.map((place) => fieldsIn(place[LIST]));
	const others = nested.flat().filter((entry) => !top.some((known) => isEqual(known, entry)));
	return [...top, ...others];
}

/** An event without its entries about subscription notices. */
export const withoutNotices = (fields: IDataObject): IDataObject =>
	omit(fields, [LIST, ...NOTICE_CONTAINERS]);
