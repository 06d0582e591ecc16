import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { articlesOfDay } from '../shared/article/recentArticles';
import { findArticleRef } from '../shared/article/articleRef';
import { shanghaiDay } from '../shared/calendar/shanghaiDay';
import { WeChatApiError } from '../shared/transport/errors';
import { weChatRequest } from '../shared/transport/request';
import type { NamedArticle } from './engine/articlesOfItem';

/** The statistics of the day are not there yet. */
const NOT_READY = 61503;
/** WeChat: freepublish/batchget gives up to 20 publications a call. */
const PUBLICATIONS_PER_CALL = 20;

const dayBegins = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** Articles of the last days, from the statistics: they name an article from the day after it went out. */
export async function articlesOfLastDays(
	ctx: IExecuteFunctions,
	days: number,
	now: number,
): Promise<NamedArticle[]> {
	const found: NamedArticle[] = [];
	for (let back = 1; back <= days; back++) {
		const day = shanghaiDay(now, -back);
		for (const article of await articlesOn(ctx, day)) {
			found.push({ ...article, publishedAt: dayBegins(day) });
		}
	}
	return found;
}

async function articlesOn(ctx: IExecuteFunctions, day: string) {
	try {
		return (await articlesOfDay(ctx, day)).articles;
	} catch (error) {
		const isEarly = error instanceof WeChatApiError && error.errcode === NOT_READY;
		return isEarly ? [] : await Promise.reject(error);
	}
}

interface Publication {
	update_time?: number;
	content?: { news_item?: IDataObject[] };
}

/** Articles of the last publications (WeChat: freepublish/batchget), also those of today; broadcasts are not among them. */
export async function articlesOfPublications(
	ctx: IExecuteFunctions,
	since: number,
): Promise<NamedArticle[]> {
	const { item = [] } = await weChatRequest<{ item?: Publication[] }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/freepublish/batchget',
		body: { offset: 0, count: PUBLICATIONS_PER_CALL, no_content: 1 },
		safe: true,
	});
	return item.flatMap(({ update_time: seconds = 0, content }) => {
		const publishedAt = seconds * 1_000;
		if (publishedAt < since) return [];
		return (content?.news_item ?? []).flatMap(({ url, title }) => {
			const text = String(url ?? '').replace(/&amp;/g, '&');
			const found = findArticleRef(text);
			return found ? [{ ...found, title: String(title ?? ''), url: text, publishedAt }] : [];
		});
	});
}
