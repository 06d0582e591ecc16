import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { limit, simplify } from '../../descriptions/common';
import { offsetPages } from '../../../shared/transport/offsetPages';
import type { ValuesOf } from '../../../shared/operations/fields';
import { post } from '../call';

/** The articles of a draft or publication, one result each. */
export function toArticles(entry: IDataObject, key: 'article_id' | 'media_id'): IDataObject[] {
	const { news_item: items = [] } = (entry.content ?? entry) as { news_item?: IDataObject[] };
	return items.map(({ title, author, digest, url, thumb_media_id }, index) => ({
		[key === 'media_id' ? 'mediaId' : 'articleId']: entry[key],
		index,
		title,
		author: author ?? '',
		digest: digest ?? '',
		url: url ?? '',
		thumbMediaId: thumb_media_id ?? null,
		updatedAt: entry.update_time ? new Date(Number(entry.update_time) * 1_000).toISOString() : null,
	}));
}

/** How many entries, and in which form. */
export const listFields = { limit, simplify };

/** Drafts or publications: one result per article, or the entries as WeChat sends them. */
export async function listArticles(
	ctx: IExecuteFunctions,
	{ limit, simplify }: ValuesOf<typeof listFields>,
	path: string,
	key: 'article_id' | 'media_id',
): Promise<IDataObject[]> {
	const entries = await offsetPages(
		async (offset, count) => await post(ctx, path, { offset, count, no_content: 1 }, true),
		limit,
	);
	return simplify ? entries.flatMap((entry) => toArticles(entry, key)) : entries;
}
