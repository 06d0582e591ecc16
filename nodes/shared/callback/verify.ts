import type { IDataObject } from 'n8n-workflow';
import { CallbackError } from './callbackError';
import { MessageCrypto } from './crypto';
import { cleanKey } from './encodingKey';
import { textOf } from './fields';
import { parseBody } from './message';
import type { SeenSignatures } from './seenSignatures';
import { safeEqual, sign } from './signature';

/** The keys of the server configuration, from the credential. */
export interface CallbackKeys {
	appId: string;
	token: string;
	/** Empty in plaintext mode. */
	encodingAesKey: string;
}

export interface VerifyOptions {
	/** Seconds by which the time of a message may differ from now; 0 accepts any. */
	toleranceSeconds: number;
	/** Epoch milliseconds. */
	now: number;
	/** What signatures in plaintext mode came with; without it, one may come with any body. */
	seen?: SeenSignatures;
}

function parameter(query: IDataObject, name: string): string {
	const value = query[name];
	return typeof value === 'string' ? value : '';
}

function refuseUnless(accepted: boolean, reason: string): void {
	if (!accepted) throw new CallbackError(403, reason);
}

const EPOCH_SECONDS = /^\d{1,10}$/;

/** @param time epoch seconds, as text */
function checkAge(time: string, { toleranceSeconds, now }: VerifyOptions): void {
	if (toleranceSeconds <= 0) return;
	const age = EPOCH_SECONDS.test(time) ? Math.abs(now / 1_000 - Number(time)) : Infinity;
	refuseUnless(
		age <= toleranceSeconds,
		`The time of the message is outside the tolerance of ${toleranceSeconds} seconds: it is a copy of an old one, or the clock of this server is wrong.`,
	);
}

function checkSignature(query: IDataObject, token: string): void {
	refuseUnless(token !== '', 'Token is missing in the credential');
	const expected = sign(token, parameter(query, 'timestamp'), parameter(query, 'nonce'));
	refuseUnless(
		safeEqual(parameter(query, 'signature'), expected),
		'The signature does not match. Compare Token in the credential with the server configuration (服务器配置) of the WeChat Developer Platform.',
	);
}

/**
 * The check WeChat makes when the server URL is saved: the text to answer with, exactly.
 *
 * @throws CallbackError 403 when the signature does not match
 */
export function verifyUrl(query: IDataObject, keys: CallbackKeys): string {
	checkSignature(query, keys.token);
	return parameter(query, 'echostr');
}

const ENCRYPT_IN_XML = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=\s]+)/;
const ENCRYPT_IN_JSON = /"Encrypt"\s*:\s*"([A-Za-z0-9+/=\\]+)"/;

/** The ciphertext of a body, found by its alphabet: no parser sees a text that nobody has signed. */
function encryptedPart(body: string): string {
	const found = ENCRYPT_IN_XML.exec(body) ?? ENCRYPT_IN_JSON.exec(body);
	return (found?.[1] ?? '').replace(/[\s\\]/g, '');
}

/**
 * Plaintext mode. The signature covers neither the body nor the order of time and nonce. So the time has to be
 * of now, and one signature goes with one body.
 */
function openPlain(
	body: string,
	query: IDataObject,
	{ appId, token }: CallbackKeys,
	options: VerifyOptions,
): IDataObject {
	checkSignature(query, token);
	checkAge(parameter(query, 'timestamp'), options);
	refuseUnless(
		options.seen?.admits(`${appId}|${token}`, parameter(query, 'signature'), body) ?? true,
		'The signature has come before with another message, so somebody else may have sent this one. Choose safe mode on the WeChat Developer Platform.',
	);
	const fields = parseBody(body);
	refuseUnless(
		fields.MsgType !== undefined || fields.Encrypt === undefined,
		'The message is encrypted. Fill in EncodingAESKey in the credential.',
	);
	return fields;
}

/** Safe and compatible mode. The time that counts is the one inside: time and nonce could be exchanged. */
function openEncrypted(
	body: string,
	query: IDataObject,
	keys: CallbackKeys,
	options: VerifyOptions,
): IDataObject {
	const crypto = new MessageCrypto(keys.token, keys.encodingAesKey, keys.appId);
	const signature = parameter(query, 'msg_signature');
	refuseUnless(
		signature !== '',
		'The message is not encrypted, but the credential has an EncodingAESKey. Choose safe mode on the WeChat Developer Platform, or empty EncodingAESKey.',
	);
	const encrypted = encryptedPart(body);
	const expected = crypto.signatureOf(
		parameter(query, 'timestamp'),
		parameter(query, 'nonce'),
		encrypted,
	);
	refuseUnless(
		encrypted !== '' && safeEqual(signature, expected),
		'The message signature does not match. Compare Token in the credential with the server configuration (服务器配置) of the WeChat Developer Platform.',
	);
	checkAge(parameter(query, 'timestamp'), options);
	const fields = parseBody(crypto.decrypt(encrypted));
	const createTime = textOf(fields, 'CreateTime');
	if (EPOCH_SECONDS.test(createTime)) checkAge(createTime, options);
	return fields;
}

/**
 * Verifies a pushed message and returns its fields. With an EncodingAESKey only what is encrypted and
 * signed counts: in compatible mode the plain copy beside it is ignored, as anyone could have changed
 * it, and a message without an encrypted part is refused.
 *
 * @throws CallbackError 403 when it is not from WeChat, or not of now, 400 when it cannot be read
 */
export function openMessage(
	body: string,
	query: IDataObject,
	keys: CallbackKeys,
	options: VerifyOptions,
): { fields: IDataObject; encrypted: boolean } {
	const encrypted = cleanKey(keys.encodingAesKey) !== '';
	const open = encrypted ? openEncrypted : openPlain;
	return { fields: open(body, query, keys, options), encrypted };
}
