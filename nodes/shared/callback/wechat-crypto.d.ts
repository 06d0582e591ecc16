/** The part of the library that is used; it ships no types of its own. */
declare module 'wechat-crypto' {
	export default class WXBizMsgCrypt {
		constructor(token: string, encodingAesKey: string, appId: string);
		getSignature(timestamp: string, nonce: string, encrypted: string): string;
		decrypt(encrypted: string): { message: string; id: string };
		encrypt(message: string): string;
	}
}
