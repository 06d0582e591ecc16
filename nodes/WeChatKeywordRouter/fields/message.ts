import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { asText } from '../../shared/json';
import { wordsOf } from '../../shared/message/words';
import { toEpoch } from '../../shared/rows/row';
import { cutText } from '../../shared/text/longest';
import type { Message } from '../engine/types';

/** Where triggers and rows keep a text, in this order. */
const TEXT_FIELDS = ['Content', 'text', 'content'];

function textOfItem(json: IDataObject): unknown {
	return (
		wordsOf(json) ??
		TEXT_FIELDS.map((name) => json[name]).find((value) => value !== undefined && value !== null)
	);
}

/** A message without a key is identified by what is known of it. */
const keyOf = (openId: string, at: number, text: string): string =>
	createHash('sha256')
		.update(JSON.stringify([openId, at, text]))
		.digest('base64url');

interface Given {
	/** What *Text* gave; undefined when it is to be taken from the item. */
	text: unknown;
	/** *Now*, where it is filled in. */
	now: number | undefined;
}

/**
 * The message that an item stands for: one of the trigger, a comment, or an interaction row. Its text may be
 * empty.
 *
 * @throws UserInputError when there is no text
 */
export function messageOf(json: IDataObject, itemIndex: number, given: Given): Message {
	const found = given.text ?? textOfItem(json);
	if (found === undefined || found === null) {
		throw new UserInputError(
			`[Item ${itemIndex + 1}] 'Text' is empty`,
			'Let only text messages in, or choose the column that holds the text.',
		);
	}
	const text = cutText(asText(found));
	const wechat = (json.wechat ?? {}) as IDataObject;
	const openId = asText(wechat.openId ?? json.openId ?? json.FromUserName);
	const at = given.now ?? toEpoch(wechat.receivedAt ?? json.at) ?? Date.now();
	return {
		text,
		openId,
		at,
		key: asText(wechat.dedupeKey ?? json.key) || keyOf(openId, at, text),
		tapped: asText(json.bizmsgmenuid) || undefined,
	};
}
