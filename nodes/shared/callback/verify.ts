import type { IDataObject } from 'n8n-workflow';
import { CallbackError } from './callbackError';
import { MessageCrypto } from './crypto';
import { cleanKey } from './encodingKey';
import { parseBody } from './message';
import { safeEqual, sign } from './signature';

/** The keys of the server configuration, from the credential. */
export interface CallbackKeys {
	appId: string;
	token: string;
	/** Empty in plaintext mode. */
	encodingAesKey: string;
}

export interface VerifyOptions {
	/** Seconds by which the timestamp may differ from now; 0 accepts any. */
	toleranceSeconds: number;
	/** Epoch milliseconds. */
	now: number;
}

function parameter(query: IDataObject, name: string): string {
	const value = query[name];
	return typeof value === 'string' ? value : '';
}

function refuseUnless(accepted: boolean, reason: string): void {
	if (!accepted) throw new CallbackError(403, reason);
}

function checkTimestamp(query: IDataObject, { toleranceSeconds, now }: VerifyOptions): void {
	if (toleranceSeconds <= 0) return;
	const age = Math.abs(now / 1000 - Number(parameter(query, 'timestamp')));
	refuseUnless(
		age <= toleranceSeconds,
		'The timestamp is outside the tolerance. Check the clock of the server.',
	);
}

function checkSignature(query: IDataObject, token: string): void {
	refuseUnless(token !== '', 'Token is missing in the credential');
	const expected = sign(token, parameter(query, 'timestamp'), parameter(query, 'nonce'));
	refuseUnless(
		safeEqual(parameter(query, 'signature'), expected),
		'The signature does not match. Compare Token in the credential with the WeChat console.',
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
 * Verifies a pushed message and returns its fields. With an EncodingAESKey only what is encrypted and
 * signed counts: in compatible mode the plain copy beside it is ignored, as anyone could have changed
 * it, and a message without an encrypted part is refused.
 *
 * @throws CallbackError 403 when it is not from WeChat, 400 when it cannot be read
 */
export function openMessage(
	body: string,
	query: IDataObject,
	keys: CallbackKeys,
	options: VerifyOptions,
): { fields: IDataObject; encrypted: boolean } {
	if (cleanKey(keys.encodingAesKey) === '') {
		checkSignature(query, keys.token);
		checkTimestamp(query, options);
		const fields = parseBody(body);
		refuseUnless(
			fields.MsgType !== undefined || fields.Encrypt === undefined,
			'The message is encrypted. Fill in EncodingAESKey in the credential.',
		);
		return { fields, encrypted: false };
	}
	const crypto = new MessageCrypto(keys.token, keys.encodingAesKey, keys.appId);
	refuseUnless(keys.token !== '', 'Token is missing in the credential');
	const signature = parameter(query, 'msg_signature');
	refuseUnless(
		signature !== '',
		'The message is not encrypted, but the credential has an EncodingAESKey. Choose safe mode in the WeChat console, or empty EncodingAESKey.',
	);
	const encrypted = encryptedPart(body);
	const expected = crypto.signatureOf(
		parameter(query, 'timestamp'),
		parameter(query, 'nonce'),
		encrypted,
	);
	refuseUnless(
		encrypted !== '' && safeEqual(signature, expected),
		'The message signature does not match. Compare Token in the credential with the WeChat console.',
	);
	checkTimestamp(query, options);
	return { fields: parseBody(crypto.decrypt(encrypted)), encrypted: true };
}
