import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';
import { parseArticleRef, type ArticleRef } from './articleRef';

/** An article as the article statistics know it. */
export interface PublishedArticle extends ArticleRef {
	title: string;
	url: string;
}

/** The articles of one day; `isFinal` is false while WeChat may still add to them. */
export interface ArticlesOfDay {
	articles: PublishedArticle[];
	isFinal: boolean;
}

interface TotalDetail {
	list?: Array<{ msgid?: string; title?: string; content_url?: string }>;
	is_delay?: boolean;
}

/**
 * The articles published on a day, through the article statistics: the only call that lists them with
 * their `msg_data_id` (WeChat: getarticletotaldetail). The day can be yesterday at the latest and is
 * complete from about 8:00 in Shanghai.
 *
 * @param day `yyyy-MM-dd`, Shanghai
 */
export async function articlesOfDay(ctx: RequestContext, day: string): Promise<ArticlesOfDay> {
	const { list = [], is_delay: isDelayed = false } = await weChatRequest<TotalDetail>(ctx, {
		method: 'POST',
		path: '/datacube/getarticletotaldetail',
		body: { begin_date: day, end_date: day },
		safe: true,
	});
	const articles = list
		.filter(({ msgid }) => /^\d{5,20}(_\d+)?$/.test(msgid ?? ''))
		.map(({ msgid = '', title = '', content_url: url = '' }) => ({
			...parseArticleRef(msgid),
			title,
			url,
		}));
	return { articles, isFinal: !isDelayed };
}
