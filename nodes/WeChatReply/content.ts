import type { IExecuteFunctions } from 'n8n-workflow';
import type { NewsArticle, PassiveReply } from '../shared/callback/reply';
import { checkText } from '../shared/message/customMessage';
import { UserInputError } from '../shared/inputError';

const MAX_ARTICLES_AFTER_EVENT = 8;

interface ArticleRow {
	title?: string;
	description?: string;
	picUrl?: string;
	url?: string;
}

function required(ctx: IExecuteFunctions, name: string, label: string, itemIndex: number): string {
	const value = String(ctx.getNodeParameter(name, itemIndex, '')).trim();
	if (value === '') throw new UserInputError(`'${label}' is empty`, `Fill in ${label}.`);
	return value;
}

function optional(ctx: IExecuteFunctions, name: string, itemIndex: number): string {
	const extra = ctx.getNodeParameter('additionalFields', itemIndex, {}) as Record<string, unknown>;
	return String(extra[name] ?? '').trim();
}

function articles(ctx: IExecuteFunctions, itemIndex: number, isEvent: boolean): NewsArticle[] {
	const rows = ctx.getNodeParameter('articles.article', itemIndex, []) as ArticleRow[];
	const most = isEvent ? MAX_ARTICLES_AFTER_EVENT : 1;
	if (rows.length === 0 || rows.length > most) {
		throw new UserInputError(
			rows.length === 0 ? "'Articles' is empty" : `'Articles' holds ${rows.length} articles`,
			isEvent
				? 'WeChat shows 1 to 8 articles after following, a menu tap or a scan.'
				: 'WeChat shows one article in the reply to a message; up to 8 only after following, a menu tap or a scan.',
		);
	}
	return rows.map(({ title = '', description = '', picUrl = '', url = '' }) => {
		if (title === '' || url === '') {
			throw new UserInputError('An article needs a title and a URL', 'Fill in both.');
		}
		return { title, description, picUrl, url };
	});
}

/**
 * The reply as filled in at the canvas; undefined for "do not reply".
 *
 * @throws UserInputError when something is missing or more than WeChat takes
 */
export function replyFromParameters(
	ctx: IExecuteFunctions,
	itemIndex: number,
	isEvent: boolean,
): PassiveReply | undefined {
	const type = ctx.getNodeParameter('replyType', itemIndex) as PassiveReply['type'] | 'none';
	switch (type) {
		case 'none':
			return undefined;
		case 'text':
			return { type, content: checkText(String(ctx.getNodeParameter('text', itemIndex, ''))) };
		case 'image':
		case 'voice':
			return { type, mediaId: required(ctx, 'mediaId', 'Media ID', itemIndex) };
		case 'video':
			return {
				type,
				mediaId: required(ctx, 'mediaId', 'Media ID', itemIndex),
				title: optional(ctx, 'title', itemIndex),
				description: optional(ctx, 'description', itemIndex),
				thumbMediaId: optional(ctx, 'thumbMediaId', itemIndex),
			};
		case 'music':
			return {
				type,
				thumbMediaId: required(ctx, 'thumbMediaId', 'Thumbnail Media ID', itemIndex),
				musicUrl: String(ctx.getNodeParameter('musicUrl', itemIndex, '')),
				title: optional(ctx, 'title', itemIndex),
				description: optional(ctx, 'description', itemIndex),
				hqMusicUrl: optional(ctx, 'hqMusicUrl', itemIndex),
			};
		case 'news':
			return { type, articles: articles(ctx, itemIndex, isEvent) };
		case 'transferCustomerService':
			return { type, kfAccount: optional(ctx, 'kfAccount', itemIndex) };
	}
}
