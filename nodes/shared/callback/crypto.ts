import WXBizMsgCrypt from 'wechat-crypto';
import { CallbackError } from './callbackError';
import { cleanKey, keyProblem } from './encodingKey';
import { safeEqual, sign } from './signature';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const BLOCK_BYTES = 16;

/**
 * Message encryption of the server configuration (AES-256-CBC, PKCS#7 to 32 bytes, AppID at the end).
 *
 * The library decrypts and encrypts; what it leaves out is done here: the format of the key, the
 * length of the ciphertext, a comparison of signatures in constant time, and the check of the AppID.
 * That check covers padding and length as well: the library treats padding outside 1..32 as part of
 * the text and cuts the message by the length it finds, and either way the remainder is then not
 * exactly the AppID.
 */
export class MessageCrypto {
	private readonly library: WXBizMsgCrypt;

	/** @throws CallbackError when the key is not 43 letters and digits, or Token or AppID is missing */
	constructor(
		private readonly token: string,
		encodingAesKey: string,
		private readonly appId: string,
	) {
		const key = cleanKey(encodingAesKey);
		const problem = keyProblem(key);
		if (problem || key === '') {
			throw new CallbackError(403, problem ?? 'EncodingAESKey is missing in the credential');
		}
		if (token === '') throw new CallbackError(403, 'Token is missing in the credential');
		if (appId === '') throw new CallbackError(403, 'AppID is missing in the credential');
		this.library = new WXBizMsgCrypt(token, key, appId);
	}

	/** `msg_signature` of an encrypted message. */
	signatureOf(timestamp: string, nonce: string, encrypted: string): string {
		return sign(this.token, timestamp, nonce, encrypted);
	}

	/** @throws CallbackError when the text was not encrypted with this key for this account */
	decrypt(encrypted: string): string {
		const { message, id } = this.open(encrypted);
		if (!safeEqual(id, this.appId)) {
			throw new CallbackError(
				403,
				'The message was not encrypted for this account. Compare AppID and EncodingAESKey in the credential with the WeChat Developer Platform.',
			);
		}
		return message;
	}

	encrypt(message: string): string {
		return this.library.encrypt(message);
	}

	private open(encrypted: string): { message: string; id: string } {
		const compact = encrypted.replace(/\s/g, '');
		const bytes = Math.floor((compact.replace(/={1,2}$/, '').length * 3) / 4);
		// 16 random bytes, 4 of length and an AppID never fit into less than two blocks.
		if (!BASE64.test(compact) || bytes < 2 * BLOCK_BYTES || bytes % BLOCK_BYTES !== 0) {
			throw new CallbackError(403, 'The encrypted message is damaged');
		}
		try {
			return this.library.decrypt(compact);
		} catch {
			return { message: '', id: '' };
		}
	}
}
