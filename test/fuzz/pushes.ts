import type { IDataObject } from 'n8n-workflow';
import { CallbackError } from '../../nodes/shared/callback/callbackError';
import { describeMessage } from '../../nodes/shared/callback/message';
import { openMessage } from '../../nodes/shared/callback/verify';
import { MESSAGES } from '../fixtures/messages';
import { sha1, toXml } from '../simulator/envelope';
import { DEFAULT_ACCOUNT } from '../simulator/state';
import type { Dice } from './dice';
import { mutated } from './mutate';

/** One case: what goes in, to be shown when it fails, and the check itself. */
export interface Case {
	input: unknown;
	/** @returns what is wrong; undefined when all is well */
	check(): string | undefined;
}

export const { appId, token, encodingAesKey } = DEFAULT_ACCOUNT;
export const SAFE = { appId, token, encodingAesKey };
export const PLAIN = { ...SAFE, encodingAesKey: '' };
export const NOW = 1_700_000_000;
export const OPTIONS = { toleranceSeconds: 300, now: NOW * 1_000 };
export const NONCE = '1320562132';
const DELIVERY = {
	appId: DEFAULT_ACCOUNT.appId,
	receivedAt: OPTIONS.now,
	replyBefore: OPTIONS.now,
	encrypted: true,
};

export interface Push {
	body: string;
	query: IDataObject;
}

/** The fields that come out; undefined when it is refused. Anything else it throws is a crash. */
export function accepted(read: () => IDataObject): IDataObject | undefined {
	try {
		return read();
	} catch (error) {
		if (error instanceof CallbackError) return undefined;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error
		throw error;
	}
}

/** What may come out of any message, whoever wrote it. */
export function soundness(fields: IDataObject, source: string): string | undefined {
	const { kind, openId, dedupeKey } = describeMessage(fields, DELIVERY);
	if (![kind, openId, dedupeKey].every((text) => typeof text === 'string')) return 'No description';
	if ('polluted' in {} || Object.getPrototypeOf(fields) !== Object.prototype)
		return 'Prototype changed';
	let hasNul = false;
	const written = JSON.stringify(fields, (name, value: unknown) => {
		hasNul ||= name.includes('\0') || (typeof value === 'string' && value.includes('\0'));
		return value;
	});
	if (hasNul) return 'U+0000 came through';
	// Each character becomes six at most when it is written as an escape; names are a few more.
	return written.length > 16 * source.length + 1_000 ? 'More came out than went in' : undefined;
}

export const message = (dice: Dice): IDataObject => {
	const [, fields] = dice.pick(MESSAGES);
	return { FromUserName: 'oFollower', ToUserName: 'gh_1', ...fields, CreateTime: String(NOW) };
};

export const written = (dice: Dice, fields: IDataObject): string =>
	dice.oneIn(2) ? toXml(fields) : JSON.stringify(fields);

export const plainPush = (body: string): Push => ({
	body,
	query: { timestamp: String(NOW), nonce: NONCE, signature: sha1(token, String(NOW), NONCE) },
});

export const sealedBody = (cipher: string): string =>
	`<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${cipher}]]></Encrypt></xml>`;

export function sealedPush(cipher: string): Push {
	const push = plainPush(sealedBody(cipher));
	return {
		...push,
		query: { ...push.query, msg_signature: sha1(token, String(NOW), NONCE, cipher) },
	};
}

export const openedSafe = ({ body, query }: Push) =>
	accepted(() => openMessage(body, query, SAFE, OPTIONS).fields);

/** A part of a push that travels in the open, changed by somebody who has not got the token. */
export function tampered(push: Push, dice: Dice): Push {
	const name = dice.pick([
		'timestamp',
		'nonce',
		'msg_signature',
		'signature',
		'body',
		'body',
	] as const);
	if (name === 'body') return { ...push, body: mutated(push.body, dice) };
	const value = dice.oneIn(8) ? [push.query[name]] : mutated(String(push.query[name]), dice);
	return { ...push, query: { ...push.query, [name]: value as IDataObject[string] } };
}
