import type { IDataObject } from 'n8n-workflow';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * What the follower said in a text or voice message, from an item of the trigger or an interaction row. Empty for
 * a voice that WeChat did not recognize and for its notice of a message that it does not support.
 *
 * @returns undefined for an item that is no such message
 */
export function wordsOf(json: IDataObject): string | undefined {
	const { wechat, MsgType, kind, Recognition, text } = json;
	const told =
		typeof wechat === 'object' && wechat !== null && 'text' in wechat ? wechat.text : undefined;
	if (typeof told === 'string') return told;
	return MsgType === 'voice' || kind === 'voice' ? textOf(Recognition) || textOf(text) : undefined;
}
