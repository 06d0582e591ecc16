import type { IDataObject } from 'n8n-workflow';
import { DELETION_REQUESTS, SENT_BY_SERVICE, spelledAsUsual } from '../message/kinds';
import { isUnsupportedNotice } from '../text/unsupported';
import { dedupeKeyOf } from './dedupeKey';
import { namedPerson, noticesOf, textOf } from './fields';
import { parseJsonBody } from './jsonBody';
import type { PassiveReply } from './reply';
import { sceneOf, type Scene } from './scene';
import { parseXml } from './xml';

export { dedupeKeyOf } from './dedupeKey';

/** What the package adds to WeChat's own fields: the object `wechat` of a trigger item. */
export interface WeChatMeta extends Scene {
	/** `text`, `image`, … for messages; `event.subscribe`, `event.CLICK`, … in WeChat's spelling. */
	kind: string;
	/** OpenID of the follower; empty for the few pushes that come from nobody. */
	openId: string;
	/** Original ID (gh_…) of the account. */
	accountId: string;
	/** AppID of the account: nodes that keep records know by it whose records they are. */
	appId: string;
	/** The same for every delivery of one message. */
	dedupeKey: string;
	/** ISO 8601, UTC. */
	receivedAt: string;
	/** ISO 8601, UTC: until then a reply goes out with the answer to the push. */
	replyBefore: string;
	/**
	 * Whether the message came encrypted; the reply then is encrypted too. If not, WeChat's signature does not
	 * cover what the message says.
	 */
	encrypted: boolean;
	/**
	 * What a text or voice message says: Content, or the Recognition of the voice. Empty for a voice that was not
	 * recognized and for WeChat's notice of a message that it does not support. Absent for other kinds.
	 */
	text?: string;
	/** The text is WeChat's notice that it could not pass on what the follower sent. */
	isUnsupported?: true;
	/** WeChat asks to delete what is kept of this person. */
	isDeletionRequest?: true;
	/** What the trigger has answered by itself, and by which row (*Quick Replies*). */
	quickReply?: PassiveReply & { match: string; words: string };
	/** Entries of an event about subscription notices, wherever WeChat has put them. */
	notices?: IDataObject[];
}

/** WeChat pushes XML or JSON, as the account is set up; the first character tells. */
export function parseBody(text: string): IDataObject {
	const source = text.replace(/^\uFEFF/, '').trimStart();
	return source.startsWith('{') ? parseJsonBody(source) : parseXml(source);
}

/**
 * `text` for a message, `event.CLICK` for an event, always in the same spelling. Pushes that are neither
 * (notices to third-party platforms name themselves by InfoType) pass through under the name they have.
 */
export function kindOf(fields: IDataObject): string {
	const msgType = textOf(fields, 'MsgType');
	const event = textOf(fields, 'Event').trim();
	if (msgType.trim().toLowerCase() === 'event' || (msgType === '' && event !== '')) {
		return spelledAsUsual(`event.${event}`);
	}
	return spelledAsUsual(msgType) || textOf(fields, 'InfoType') || 'unknown';
}

/** Who the message is about: mostly its sender, but of some events that is a service of the platform. */
function personOf(kind: string, fields: IDataObject): string {
	return SENT_BY_SERVICE.has(kind) ? namedPerson(fields) : textOf(fields, 'FromUserName').trim();
}

function wordsOf(kind: string, fields: IDataObject): Pick<WeChatMeta, 'isUnsupported' | 'text'> {
	if (kind === 'voice') return { text: textOf(fields, 'Recognition') };
	if (kind !== 'text') return {};
	const text = textOf(fields, 'Content');
	return isUnsupportedNotice(text) ? { text: '', isUnsupported: true } : { text };
}

function wishesOf(
	kind: string,
	fields: IDataObject,
): Pick<WeChatMeta, 'isDeletionRequest' | 'notices'> {
	if (DELETION_REQUESTS.has(kind)) return { isDeletionRequest: true };
	return kind.startsWith('event.subscribe_msg_') ? { notices: noticesOf(fields) } : {};
}

/** Describes a message that has been read and verified. */
export function describeMessage(
	fields: IDataObject,
	delivery: { appId: string; receivedAt: number; replyBefore: number; encrypted: boolean },
): WeChatMeta {
	const kind = kindOf(fields);
	return {
		kind,
		openId: personOf(kind, fields),
		accountId: textOf(fields, 'ToUserName'),
		appId: delivery.appId,
		dedupeKey: dedupeKeyOf(fields),
		receivedAt: new Date(delivery.receivedAt).toISOString(),
		replyBefore: new Date(delivery.replyBefore).toISOString(),
		encrypted: delivery.encrypted,
		...wordsOf(kind, fields),
		...sceneOf(kind, fields),
		...wishesOf(kind, fields),
	};
}
