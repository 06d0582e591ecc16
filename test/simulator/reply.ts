import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject, type Json } from './check';
import { decrypt, sha1 } from './envelope';
import type { Account } from './state';

/** What the platform makes of the answer to a push. */
export type Reading =
	| { kind: 'acknowledged' }
	| { kind: 'reply'; type: string; content: Json; isEncrypted: boolean }
	| { kind: 'handedOver'; account: string }
	/** Handed over to WeChat's own AI answers. */
	| { kind: 'handedToAi' }
	/** Not pushed: the message went to customer service, whose conversation with the follower is open. */
	| { kind: 'toCustomerService'; account: string }
	/** The follower reads that the service is out of order. */
	| { kind: 'invalid'; reason: string };

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreAttributes: true });

const MAX_ARTICLES_AFTER_EVENT = 8;

function rootOf(xml: string): Json {
	if (XMLValidator.validate(xml) !== true) throw new Error('not well-formed');
	const { xml: root } = parser.parse(xml) as { xml?: unknown };
	if (!isObject(root)) throw new Error('no <xml>');
	return root;
}

function field(node: unknown, ...path: string[]): string {
	let value: unknown = node;
	for (const name of path) value = isObject(value) ? value[name] : undefined;
	if (typeof value !== 'string' || value === '') throw new Error(`no ${path.join('/')}`);
	return value;
}

function articlesOf(root: Json, maximum: number): Json {
	const container = isObject(root.Articles) ? root.Articles.item : undefined;
	const items = Array.isArray(container) ? container : [container];
	if (Number(field(root, 'ArticleCount')) !== items.length) throw new Error('ArticleCount');
	for (const item of items) [field(item, 'Title'), field(item, 'Url')].join();
	// The platform drops what is too much without a word.
	return { articles: items.slice(0, maximum) };
}

function contentOf(root: Json, isEvent: boolean): Json {
	switch (field(root, 'MsgType')) {
		case 'text':
			return { content: field(root, 'Content') };
		case 'image':
			return { mediaId: field(root, 'Image', 'MediaId') };
		case 'voice':
			return { mediaId: field(root, 'Voice', 'MediaId') };
		case 'video':
			return { mediaId: field(root, 'Video', 'MediaId') };
		case 'music':
			return { thumbMediaId: field(root, 'Music', 'ThumbMediaId'), music: root.Music };
		case 'news':
			return articlesOf(root, isEvent ? MAX_ARTICLES_AFTER_EVENT : 1);
		case 'transfer_customer_service':
		case 'transfer_biz_ai_ivr':
			if (isEvent) throw new Error('only a message of a user can be handed over, not an event');
			return {};
		default:
			throw new Error('unknown MsgType');
	}
}

/** Opens the envelope of an encrypted reply and checks its signature. */
function open(account: Account, body: string, isEncryptedMode: boolean): [string, boolean] {
	const root = rootOf(body);
	if (typeof root.Encrypt !== 'string') {
		if (isEncryptedMode) throw new Error('a reply in safe mode has to be encrypted');
		return [body, false];
	}
	const [encrypted, timestamp] = [field(root, 'Encrypt'), field(root, 'TimeStamp')];
	const expected = sha1(account.token, timestamp, field(root, 'Nonce'), encrypted);
	if (field(root, 'MsgSignature') !== expected) throw new Error('MsgSignature');
	return [decrypt(account, encrypted), true];
}

/** Reads the answer of the account's server as strictly as the platform does. */
export function readReply(
	account: Account,
	body: string,
	message: { openId: string; isEvent: boolean; isSafeMode: boolean },
): Reading {
	if (body === '' || body === 'success') return { kind: 'acknowledged' };
	try {
		const [xml, isEncrypted] = open(account, body, message.isSafeMode);
		const root = rootOf(xml);
		if (field(root, 'ToUserName') !== message.openId) throw new Error('ToUserName');
		if (field(root, 'FromUserName') !== account.originalId) throw new Error('FromUserName');
		if (!/^\d+$/.test(field(root, 'CreateTime'))) throw new Error('CreateTime');
		const content = contentOf(root, message.isEvent);
		const type = field(root, 'MsgType');
		if (type === 'transfer_biz_ai_ivr') {
			if (!account.hasAiReply) throw new Error('the account has no AI answers');
			return { kind: 'handedToAi' };
		}
		if (type !== 'transfer_customer_service') return { kind: 'reply', type, content, isEncrypted };
		const kfAccount = isObject(root.TransInfo) ? field(root, 'TransInfo', 'KfAccount') : '';
		return { kind: 'handedOver', account: kfAccount };
	} catch (error) {
		return { kind: 'invalid', reason: error instanceof Error ? error.message : String(error) };
	}
}
