import type { Json } from './check';
import type { Article, State } from './state';

/** The long URL of an article, by which it can be told. */
export const longUrl = (msgDataId: number, index: number): string =>
	`http://mp.weixin.qq.com/s?__biz=MzA3&mid=${msgDataId}&idx=${index + 1}&sn=ab#rd`;

/** The articles of a draft go out: readers find them, and comment on those that take comments. */
export function goOut(
	{ articles, clock }: State,
	msgDataId: number,
	drafted: Json[],
	urlOf: (index: number) => string = (index) => longUrl(msgDataId, index),
): Article[] {
	const published = drafted.map(({ title, content, need_open_comment }, index) => ({
		msgDataId,
		index,
		title: String(title),
		url: urlOf(index),
		publishedOn: clock.day(),
		isCommentable: need_open_comment === 1,
		content: String(content ?? ''),
		comments: [],
	}));
	articles.push(...published);
	return published;
}
