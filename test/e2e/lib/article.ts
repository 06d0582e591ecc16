import { longUrl } from '../../simulator/articles';
import type { Platform } from '../../simulator/platform';

/** The article of these tests, by its msg_data_id. */
export const ARTICLE = 2247490098;

/** Broadcasts the article, open for comments; gives the event by which WeChat tells of it. */
export function broadcastArticle({ state }: Platform): Record<string, unknown> {
	const url = longUrl(ARTICLE, 0);
	state.articles.push({
		msgDataId: ARTICLE,
		index: 0,
		title: '新品上市',
		url,
		publishedOn: state.clock.daysAgo(0),
		isCommentable: true,
		comments: [],
	});
	return {
		FromUserName: 'mphelper',
		MsgType: 'event',
		Event: 'MASSSENDJOBFINISH',
		MsgID: '3147483001',
		Status: 'send success',
		ArticleUrlResult: { Count: '1', ResultList: { item: [{ ArticleIdx: '1', ArticleUrl: url }] } },
	};
}
