import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../json';
import { CallbackError } from './callbackError';
import { addField, blankContainer } from './lists';
import { parseXml } from './xml';

/** What the package adds to WeChat's own fields: the object `wechat` of a trigger item. */
export interface WeChatMeta {
	/** `text`, `image`, … for messages; `event.subscribe`, `event.CLICK`, … in WeChat's spelling. */
	kind: string;
	/** OpenID of the follower; empty for the few pushes that come from nobody. */
	openId: string;
	/** Original ID (gh_…) of the account. */
	accountId: string;
	/** The same for every delivery of one message. */
	dedupeKey: string;
	/** ISO 8601, UTC. */
	receivedAt: string;
	/** ISO 8601, UTC: until then a reply goes out with the answer to the push. */
	replyBefore: string;
	/** Whether the message came encrypted; the reply then is encrypted too. */
	encrypted: boolean;
}

/** Ids beyond 2^53 have to stay text; the others follow so that a flow sees one type. */
const ID_NAMES = new Set(['MsgId', 'MsgID', 'MsgDataId', 'msg_id', 'msgid']);

const MAX_DEPTH = 12;

function normaliseField(name: string, value: unknown, depth: number): IDataObject[string] {
	if (typeof value === 'string') return blankContainer(name, value);
	return ID_NAMES.has(name) && typeof value === 'number' ? String(value) : normalise(value, depth);
}

function normalise(value: unknown, depth: number): IDataObject[string] {
	if (depth > MAX_DEPTH) throw new CallbackError(400, 'The message is nested too deeply');
	if (Array.isArray(value)) {
		return value.map((entry) => normalise(entry, depth + 1)) as IDataObject[string];
	}
	if (typeof value === 'object' && value !== null) {
		const fields: IDataObject = {};
		for (const [name, entry] of Object.entries(value)) {
			addField(fields, name, normaliseField(name, entry, depth + 1));
		}
		return fields;
	}
	return value as IDataObject[string];
}

function parseJsonBody(text: string): IDataObject {
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		value = undefined;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new CallbackError(400, 'The message is not well-formed JSON');
	}
	return normalise(value, 1) as IDataObject;
}

/** WeChat pushes XML or JSON, as the account is set up; the first character tells. */
export function parseBody(text: string): IDataObject {
	const source = text.replace(/^\uFEFF/, '').trimStart();
	return source.startsWith('{') ? parseJsonBody(source) : parseXml(source);
}

function text(fields: IDataObject, name: string): string {
	const value = fields[name];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * `text` for a message, `event.CLICK` for an event. Pushes that are neither (notices to third-party
 * platforms name themselves by InfoType) pass through under the name they have.
 */
export function kindOf(fields: IDataObject): string {
	const msgType = text(fields, 'MsgType');
	const event = text(fields, 'Event');
	if (msgType === 'event' || (msgType === '' && event !== '')) return `event.${event}`;
	return msgType || text(fields, 'InfoType') || 'unknown';
}

function within(fields: IDataObject, name: string): IDataObject {
	const value = fields[name];
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** What an event reports the end of: a broadcast, template message, notice or publication. */
function jobIdOf(fields: IDataObject): string[] {
	const notices = within(fields, 'SubscribeMsgSentEvent').List;
	const ids = [
		text(fields, 'MsgID'),
		text(within(fields, 'PublishEventInfo'), 'publish_id'),
		...(Array.isArray(notices) ? (notices as IDataObject[]).map((one) => text(one, 'MsgID')) : []),
	];
	return ids.filter((id) => id !== '');
}

/**
 * The key by which deliveries of one message are told from different messages (WeChat: receiving
 * messages and events): messages by MsgId, events by time. The sender is part of both, as ids were
 * seen to repeat between senders; event and key are, as two events can fall into one second; so is
 * what has ended, as several messages to one person can.
 */
export function dedupeKeyOf(fields: IDataObject): string {
	const sender = text(fields, 'FromUserName');
	const messageId = text(fields, 'MsgId');
	if (messageId) return `${sender}:${messageId}`;
	const parts = [text(fields, 'CreateTime'), text(fields, 'Event'), text(fields, 'EventKey')];
	return [sender, ...parts, ...jobIdOf(fields)].join(':');
}

/** Describes a message that has been read and verified. */
export function describeMessage(
	fields: IDataObject,
	delivery: { receivedAt: number; replyBefore: number; encrypted: boolean },
): WeChatMeta {
	return {
		kind: kindOf(fields),
		openId: text(fields, 'FromUserName'),
		accountId: text(fields, 'ToUserName'),
		dedupeKey: dedupeKeyOf(fields),
		receivedAt: new Date(delivery.receivedAt).toISOString(),
		replyBefore: new Date(delivery.replyBefore).toISOString(),
		encrypted: delivery.encrypted,
	};
}
