import type { NewsArticle, PassiveReply } from '../shared/callback/reply';
import { checkArticle, checkText } from '../shared/message/customMessage';
import { UserInputError } from '../shared/inputError';
import type { ReplyValues } from './fields';

const MAX_ARTICLES_AFTER_EVENT = 8;

function checkedArticles(rows: ReplyValues['articles'], isEvent: boolean): NewsArticle[] {
	const most = isEvent ? MAX_ARTICLES_AFTER_EVENT : 1;
	if (rows.length === 0 || rows.length > most) {
		throw new UserInputError(
			rows.length === 0 ? "'Articles' is empty" : `'Articles' holds ${rows.length} articles`,
			isEvent
				? 'WeChat shows 1 to 8 articles after following, a menu tap or a scan.'
				: 'WeChat shows one article in the reply to a message; up to 8 only after following, a menu tap or a scan.',
		);
	}
	return rows.map(({ title, description, picUrl, url }) =>
		checkArticle({ title, description, picUrl, url }),
	);
}

/**
 * The reply as filled in at the canvas; undefined for "do not reply".
 *
 * @throws UserInputError when something is missing or more than WeChat takes
 */
export function replyOf(values: ReplyValues, isEvent: boolean): PassiveReply | undefined {
	const { replyType: type } = values;
	const option = (name: keyof ReplyValues['additionalFields']): string =>
		(values.additionalFields[name] ?? '').trim();
	switch (type) {
		case 'none':
			return undefined;
		case 'text':
			return { type, content: checkText(values.text) };
		case 'image':
		case 'voice':
			return { type, mediaId: values.mediaId };
		case 'video':
			return {
				type,
				mediaId: values.mediaId,
				title: option('title'),
				description: option('description'),
				thumbMediaId: option('thumbMediaId'),
			};
		case 'music':
			return {
				type,
				thumbMediaId: values.thumbMediaId,
				musicUrl: values.musicUrl,
				title: option('title'),
				description: option('description'),
				hqMusicUrl: option('hqMusicUrl'),
			};
		case 'news':
			return { type, articles: checkedArticles(values.articles, isEvent) };
		case 'transferAiReply':
			return { type };
		case 'transferCustomerService':
			return { type, kfAccount: option('kfAccount') };
	}
}
