/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- published test vectors */
import nodeCrypto from 'node:crypto';
import fc from 'fast-check';
import { MessageCrypto } from '../../../nodes/shared/callback/crypto';
import { keyProblem } from '../../../nodes/shared/callback/encodingKey';
import { safeEqual, sign } from '../../../nodes/shared/callback/signature';
import { decrypt, encrypt, sha1 } from '../../simulator/envelope';
import { DEFAULT_ACCOUNT } from '../../simulator/state';

/* The platform's own example: message encryption, sample code. */
const TENCENT = {
	token: 'spamtest',
	encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
	appId: 'wx2c2769f8efd9abc2',
	timestamp: '1409735669',
	nonce: '1320562132',
	signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
	encrypted:
		'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=',
};

const crypto = new MessageCrypto(TENCENT.token, TENCENT.encodingAesKey, TENCENT.appId);
const account = { ...DEFAULT_ACCOUNT, ...TENCENT };

describe('MessageCrypto', () => {
	it("opens and signs the platform's own example", () => {
		const { encrypted, timestamp, nonce, signature } = TENCENT;
		expect(crypto.signatureOf(timestamp, nonce, encrypted)).toBe(signature);
		expect(crypto.decrypt(encrypted)).toContain('<Content><![CDATA[abcdteT]]></Content>');
		expect(crypto.decrypt(encrypted)).toContain('<MsgId>6054768590064713728</MsgId>');
	});

	it("closes the platform's own example to the same bytes", () => {
		const { encrypted } = TENCENT;
		const key = Buffer.from(`${TENCENT.encodingAesKey}=`, 'base64');
		const decipher = nodeCrypto.createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
		const prefix = decipher.update(encrypted, 'base64').subarray(0, 16);
		const random = jest
			.spyOn(nodeCrypto, 'pseudoRandomBytes')
			.mockImplementation(() => Buffer.from(prefix));
		expect(crypto.encrypt(crypto.decrypt(encrypted))).toBe(encrypted);
		random.mockRestore();
	});

	it('takes a key that was copied with spaces', () => {
		const spaced = ` ${TENCENT.encodingAesKey.replace(/(.{10})/g, '$1 ')}\n`;
		const tolerant = new MessageCrypto(TENCENT.token, spaced, TENCENT.appId);
		expect(tolerant.decrypt(TENCENT.encrypted)).toBe(crypto.decrypt(TENCENT.encrypted));
	});

	it('opens a text that was broken into lines', () => {
		const broken = TENCENT.encrypted.replace(/(.{76})/g, '$1\r\n');
		expect(crypto.decrypt(broken)).toBe(crypto.decrypt(TENCENT.encrypted));
	});

	it.each([0, 33, 255])('refuses a padding of %i', (padding) => {
		const key = Buffer.from(`${TENCENT.encodingAesKey}=`, 'base64');
		const cipher = nodeCrypto.createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
		const plain = Buffer.alloc(64, padding);
		plain.writeUInt32BE(1, 16);
		plain.write(`x${TENCENT.appId}`, 20);
		cipher.setAutoPadding(false);
		const damaged = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
		expect(() => crypto.decrypt(damaged)).toThrow(/for this account/);
	});

	it('opens what an independent implementation has closed, and the other way round', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				expect(crypto.decrypt(encrypt(account, text))).toBe(text);
				expect(decrypt(account, crypto.encrypt(text))).toBe(text);
			}),
		);
	});

	it.each([...Array(33).keys()])('pads messages that end %i bytes into a block', (length) => {
		const text = 'x'.repeat(length);
		expect(crypto.decrypt(encrypt(account, text))).toBe(text);
		expect(decrypt(account, crypto.encrypt(text))).toBe(text);
	});

	it('refuses a message for another account', () => {
		expect(() => crypto.decrypt(encrypt(account, 'x', 'wxother'))).toThrow(/for this account/);
	});

	it('refuses a message that was closed with another key', () => {
		const other = { ...account, encodingAesKey: 'Z'.repeat(43) };
		expect(() => crypto.decrypt(encrypt(other, 'x'))).toThrow(/for this account/);
	});

	it.each(['', 'AAAA', 'not base64!', 'A'.repeat(41), `${TENCENT.encrypted.slice(0, 60)}==`])(
		'refuses %j',
		(damaged) => {
			expect(() => crypto.decrypt(damaged)).toThrow();
		},
	);

	it('names what is wrong with a key, without the key', () => {
		const short = TENCENT.encodingAesKey.slice(1);
		expect(keyProblem(short)).toBe('EncodingAESKey has 42 characters instead of 43');
		expect(keyProblem(`${short}!`)).toBe('EncodingAESKey may hold letters and digits only');
		expect(keyProblem(` ${TENCENT.encodingAesKey}\n`)).toBeUndefined();
		expect(keyProblem('')).toBeUndefined();
		expect(() => new MessageCrypto('t', short, 'a')).toThrow('42 characters');
		expect(() => new MessageCrypto('t', '', 'a')).toThrow('missing');
	});
});

describe('signatures', () => {
	it('agree with an independent implementation', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (parts) => {
				expect(sign(...parts)).toBe(sha1(...parts));
			}),
		);
	});

	it('are equal only when they are', () => {
		expect(safeEqual('abc', 'abc')).toBe(true);
		expect(safeEqual('abc', 'abd')).toBe(false);
		expect(safeEqual('abc', 'abcd')).toBe(false);
		expect(safeEqual('', '')).toBe(true);
	});
});
