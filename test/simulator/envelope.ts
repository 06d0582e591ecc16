import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Json } from './check';
import type { Account } from './state';

/*
 * The platform's side of the callback protocol, written from the platform's description and apart from
 * the package, so that an error in the one does not hide an error in the other.
 */

const BLOCK = 32;

export const sha1 = (...parts: string[]): string =>
	createHash('sha1').update(parts.sort().join('')).digest('hex');

const keyOf = ({ encodingAesKey }: Account): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

export function encrypt(account: Account, text: string, appId = account.appId): string {
	const key = keyOf(account);
	const message = Buffer.from(text);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(message.length);
	const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)]);
	const padding = BLOCK - (plain.length % BLOCK);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	return Buffer.concat([
		cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
		cipher.final(),
	]).toString('base64');
}

export function decrypt(account: Account, encrypted: string): string {
	const key = keyOf(account);
	const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
	const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
	const length = plain.readUInt32BE(16);
	const appId = plain.subarray(20 + length).toString();
	if (appId !== account.appId) throw new Error(`encrypted for ${appId}`);
	return plain.subarray(20, 20 + length).toString();
}

/** Fields that WeChat writes as plain numbers; everything else is CDATA. */
const NUMERIC = new Set(['CreateTime', 'MsgId', 'MsgID', 'MsgDataId', 'Idx', 'Count', 'MenuId']);

function element(name: string, value: unknown): string {
	if (Array.isArray(value)) return value.map((entry) => element(name, entry)).join('');
	if (typeof value === 'object' && value !== null) return `<${name}>${elements(value)}</${name}>`;
	const text = String(value);
	return NUMERIC.has(name)
		? `<${name}>${text}</${name}>`
		: `<${name}><![CDATA[${text.split(']]>').join(']]]]><![CDATA[>')}]]></${name}>`;
}

function elements(fields: object): string {
	return Object.entries(fields)
		.map(([name, value]) => `${element(name, value)}\n`)
		.join('');
}

export const toXml = (fields: Json): string => `<xml>${elements(fields)}</xml>`;
