import { isRecord } from '../../shared/json';
import { UserInputError } from '../../shared/inputError';
import { toEpoch } from '../../shared/rows/row';
import { cutText } from '../../shared/text/longest';
import { chatCaseKey, commentCaseKey, type CommentPlace } from '../../shared/sla/caseKeys';
import type { Channel } from '../../shared/sla/types';

/** Characters of a message that are kept with a case. */
export const KEPT_TEXT = 200;

/** A message or a comment that waits for a person. */
export interface Waiting {
	caseKey: string;
	/** Identifies the message; the same when it is delivered again. */
	eventKey: string;
	/** Empty when a comment was written under another identity than WeChat's. */
	openId: string;
	channel: Channel;
	/** Epoch milliseconds. */
	at: number;
	text: string;
	link: string;
	/** Of a comment. */
	place?: CommentPlace;
}

/** What a person has filled in; empty texts mean that the item says it. */
export interface Given {
	channel: Channel | 'item';
	openId?: string;
	key?: string;
	text?: string;
	link?: string;
}

type Item = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is number | string =>
	typeof value === 'number' || typeof value === 'string';

/** The first of some values that is a text or a number, and not blank. */
const firstOf = (...values: unknown[]): string =>
	values
		.filter(isPlain)
		.map(String)
		.find((text) => text.trim() !== '') ?? '';

/** Where the comment of an item is; undefined when it is no comment. */
export function placeOf({ msgDataId, index, userCommentId }: Item): CommentPlace | undefined {
	const [article, comment] = [firstOf(msgDataId), firstOf(userCommentId)];
	if (article === '' || comment === '') return undefined;
	return { msgDataId: article, index: Number(firstOf(index) || 0), userCommentId: comment };
}

/** All that was written, or said in a voice message; empty when it is neither. */
export function saidIn(item: Item, given = ''): string {
	const wechat: Item = isRecord(item.wechat) ? item.wechat : {};
	return firstOf(given, wechat.text, item.Content, item.content, item.text);
}

/**
 * What an item of the trigger, of comments or of an earlier node says about who waits.
 *
 * @param now epoch milliseconds; nothing has come in later
 * @throws UserInputError when it does not say who
 */
export function waitingOf(item: Item, given: Given, now: number): Waiting {
	const wechat: Item = isRecord(item.wechat) ? item.wechat : {};
	const place = given.channel === 'chat' ? undefined : placeOf(item);
	if (given.channel === 'comment' && !place) {
		throw new UserInputError(
			'The item is no comment',
			"It needs the fields msgDataId, index and userCommentId, as 'WeChat Comments' and the comment trigger give them.",
		);
	}
	const openId = firstOf(given.openId, wechat.openId, item.openId);
	const sentAt = toEpoch(item.CreateTime ?? item.createdAt ?? wechat.receivedAt ?? item.at);
	const at = Math.min(sentAt ?? now, now);
	const rest = {
		openId,
		at,
		text: cutText(saidIn(item, given.text), KEPT_TEXT),
		link: firstOf(given.link, item.link, item.articleUrl),
	};
	if (place) {
		const caseKey = commentCaseKey(place);
		return { ...rest, caseKey, channel: 'comment', place, eventKey: firstOf(given.key) || caseKey };
	}
	if (openId === '') {
		throw new UserInputError(
			'It is not known who waits',
			"Put this node behind 'WeChat Official Account Trigger', or fill in 'OpenID'.",
		);
	}
	const eventKey = firstOf(given.key, wechat.dedupeKey, item.key) || `${openId}:${at}`;
	return { ...rest, caseKey: chatCaseKey(openId), channel: 'chat', eventKey };
}
