import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isSimplified, limitOf, offsetPages } from '../../descriptions/fields';
import { post } from '../call';
import { toArticles } from './article';

/** Drafts or publications: one result per article, or the entries as WeChat sends them. */
export async function listArticles(
	ctx: IExecuteFunctions,
	itemIndex: number,
	path: string,
	key: 'article_id' | 'media_id',
): Promise<IDataObject[]> {
	const entries = await offsetPages(
		async (offset, count) => await post(ctx, path, { offset, count, no_content: 1 }, true),
		limitOf(ctx, itemIndex),
	);
	return isSimplified(ctx, itemIndex)
		? entries.flatMap((entry) => toArticles(entry, key))
		: entries;
}
