import omit from 'lodash/omit';
import type { Json, Shape } from '../check';
import { fail } from '../errors';
import type { Call } from './endpoint';

const MAX_PAGE = 20;

export const PAGE: Shape = { offset: 'number', count: 'number', no_content: 'number?' };

/** One page of a list, as drafts and publications are read. */
export function page({ body }: Call, entries: Json[]): Json {
	const [offset, count] = [Number(body.offset), Number(body.count)];
	if (offset < 0 || count < 1 || count > MAX_PAGE) fail(40097);
	const item = entries.slice(offset, offset + count);
	return { total_count: entries.length, item_count: item.length, item };
}

/** The articles of an entry, without their content where the caller does not want it. */
export function newsItems({ body }: Call, articles: Json[]): Json[] {
	if (body.no_content !== 1) return articles;
	return articles.map((article) => omit(article, 'content'));
}
