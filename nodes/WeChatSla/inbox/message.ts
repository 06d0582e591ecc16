import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	answerComment,
	COMMENT_ANSWER,
	LONGEST_REPLY,
	type CommentRef,
} from '../../shared/comment/answer';
import { commentKey, replyKey } from '../../shared/comment/keys';
import { MAX_TEXT_BYTES, sendCustomMessage } from '../../shared/message/customMessage';
import type { Delivery } from '../../shared/records/onlyOnce';
import type { Outgoing } from '../../shared/records/sentRow';
import { withoutForbidden } from '../../shared/text/characters';
import { placeOf } from '../engine/waiting';
import type { CaseRow } from '../records/opening';

/** An answer that is ready to go out. */
export interface Ready {
	outgoing: Outgoing;
	/** Of a comment. */
	comment?: CommentRef;
	/** @returns what WeChat made of it; `wasAnswered` where nothing went out, as there was an answer */
	send(delivery: Pick<Delivery, 'mayBeSent'>): Promise<IDataObject>;
}

/** By this name the window of 48 hours counts it; see `interactionsOf`. */
const CHAT_ANSWER = 'Customer service message from the inbox';

/** A text as it can be sent. */
export const cleaned = (text: string): string => withoutForbidden(text).trim();

/** Whether WeChat takes no text as long as this one. */
export const isTooLong = (text: string, isPublic: boolean): boolean =>
	isPublic ? [...text].length > LONGEST_REPLY : Buffer.byteLength(text) > MAX_TEXT_BYTES;

/** The comment of a case; undefined for a chat. */
export function commentOf({ data }: CaseRow): CommentRef | undefined {
	const place = placeOf(data);
	if (!place) return undefined;
	const { msgDataId, index, userCommentId } = place;
	return { article: { msgDataId, index }, userCommentId };
}

/**
 * The answer to a case. A comment has one; in a chat one goes out for each mark, so that of two people who have seen
 * the same page only one answers.
 *
 * @param id of the form that it was written in
 */
export function messageTo(
	ctx: IExecuteFunctions,
	row: CaseRow,
	{ text, mark, id, kfAccount }: { text: string; mark: string; id: string; kfAccount: string },
): Ready {
	const { key, openId } = row;
	const comment = row.channel === 'comment' ? commentOf(row) : undefined;
	if (comment) {
		// WeChat takes one answer, so a call that broke off may be repeated.
		const about = { what: COMMENT_ANSWER, openId, isRepeatable: true };
		return {
			outgoing: { ...about, key: replyKey(commentKey(comment.article, comment.userCommentId)) },
			comment,
			send: async ({ mayBeSent }) => {
				const { wasAnswered } = await answerComment(ctx, comment, text);
				return { reply: text, wasAnswered: wasAnswered && !mayBeSent, form: id };
			},
		};
	}
	return {
		outgoing: { key: `inbox:${mark}:${key}`, what: CHAT_ANSWER, openId, isRepeatable: false },
		send: async () => {
			const message = { msgtype: 'text', content: { content: text } };
			await sendCustomMessage(ctx, openId, message, kfAccount === '' ? {} : { kfAccount });
			return { form: id };
		},
	};
}
