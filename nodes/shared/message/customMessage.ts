import type { IDataObject } from 'n8n-workflow';
import type { NewsArticle, PassiveReply } from '../callback/reply';
import { withoutForbidden } from '../text/characters';
import { UserInputError } from '../inputError';
import { atMost } from '../limits';
import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';

/** A customer service message: its type and the object of that name (WeChat: custom/send). */
export interface CustomMessage {
	msgtype: string;
	content: IDataObject;
}

export interface CustomMessageOptions {
	/** Shown as the sender, e.g. `test1@gh_account`. */
	kfAccount?: string;
	/** Adds the grey label that says the content was written by AI. */
	isAi?: boolean;
}

/** Longest text of a message, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 2_048;

/** @throws UserInputError when the text is empty or longer than WeChat accepts */
export function checkText(given: string): string {
	// Characters that do not travel do not count, and leave nothing where there are no others.
	const text = withoutForbidden(given);
	if (text.trim() === '') {
		throw new UserInputError("'Text' is empty", 'Fill in the text to send.');
	}
	const advice = 'Shorten it to about 680 Chinese characters, or send it as several messages.';
	return atMost('Text', text, MAX_TEXT_BYTES, 'bytes', advice);
}

/** The article itself. @throws UserInputError when there is nothing to read or to tap */
export function checkArticle(article: NewsArticle): NewsArticle {
	if (article.title !== '' && article.url !== '') return article;
	throw new UserInputError('An article needs a title and a URL', 'Fill in both.');
}

/**
 * The customer service message with the same content as a passive reply.
 *
 * @throws UserInputError for what has no counterpart
 */
export function toCustomMessage(reply: PassiveReply): CustomMessage {
	switch (reply.type) {
		case 'text':
			return { msgtype: 'text', content: { content: reply.content } };
		case 'image':
		case 'voice':
			return { msgtype: reply.type, content: { media_id: reply.mediaId } };
		case 'video':
			if (!reply.thumbMediaId) {
				throw new UserInputError(
					'A video cannot be sent as a customer service message without a thumbnail',
					"Fill in 'Thumbnail Media ID', or reply within five seconds.",
				);
			}
			return {
				msgtype: 'video',
				content: {
					media_id: reply.mediaId,
					thumb_media_id: reply.thumbMediaId,
					title: reply.title ?? '',
					description: reply.description ?? '',
				},
			};
		case 'music':
			return {
				msgtype: 'music',
				content: {
					title: reply.title ?? '',
					description: reply.description ?? '',
					musicurl: reply.musicUrl ?? '',
					hqmusicurl: reply.hqMusicUrl || reply.musicUrl || '',
					thumb_media_id: reply.thumbMediaId,
				},
			};
		case 'news': {
			const [article] = reply.articles;
			if (!article || reply.articles.length > 1) {
				throw new UserInputError(
					'A customer service message holds one article',
					'Send one article, or reply within five seconds.',
				);
			}
			const { title, description, picUrl, url } = article;
			return {
				msgtype: 'news',
				content: { articles: [{ title, description, url, picurl: picUrl }] },
			};
		}
		case 'transferAiReply':
		case 'transferCustomerService':
			throw new UserInputError(
				'A conversation can be handed over only in the reply to a message',
				'Hand over within five seconds of the message.',
			);
	}
}

/** Sends a customer service message. A write: never repeated when its outcome is unknown. */
export async function sendCustomMessage(
	ctx: RequestContext,
	openId: string,
	{ msgtype, content }: CustomMessage,
	{ kfAccount, isAi }: CustomMessageOptions = {},
): Promise<void> {
	const body: IDataObject = { touser: openId, msgtype, [msgtype]: content };
	if (kfAccount) body.customservice = { kf_account: kfAccount };
	if (isAi) body.aimsgcontext = { is_ai_msg: 1 };
	await weChatRequest(ctx, { method: 'POST', path: '/cgi-bin/message/custom/send', body });
}
