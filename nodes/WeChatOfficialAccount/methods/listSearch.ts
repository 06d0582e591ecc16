import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { articleKey } from '../../shared/article/articleRef';
import { articlesOfDay } from '../../shared/article/recentArticles';
import { shanghaiDay } from '../../shared/calendar/shanghaiDay';
import { WeChatApiError } from '../../shared/transport/errors';
import { weChatRequest } from '../../shared/transport/request';
import { listTags } from '../../shared/user/lists';
import type { OffsetPage } from '../../shared/transport/offsetPages';
import { pagedSearch, search, type PageSource } from './search';
import { listNoticeTemplates, listTemplates } from '../../shared/template/templates';

const DAYS_LISTED = 7;
const ENTRIES_PER_PAGE = 20;
/** There is no menu. */
const NO_MENU = 46003;

/** Pages of a list that WeChat counts by offset. */
function offsetSource(
	path: string,
	body: IDataObject,
	toItem: (entry: IDataObject) => INodeListSearchItems,
): PageSource {
	return async (ctx, offset) => {
		const { total_count: total = 0, item: entries = [] } = await weChatRequest<OffsetPage>(ctx, {
			method: 'POST',
			path,
			body: { ...body, offset, count: ENTRIES_PER_PAGE },
			safe: true,
		});
		const next = offset + entries.length;
		return {
			results: entries.map(toItem),
			nextOffset: entries.length > 0 && next < total ? next : undefined,
		};
	};
}

function articleItem(key: 'article_id' | 'media_id'): (entry: IDataObject) => INodeListSearchItems {
	return (entry) => {
		const { news_item: articles = [] } = (entry.content ?? {}) as { news_item?: IDataObject[] };
		const [first] = articles;
		const more = articles.length > 1 ? ` (+${articles.length - 1})` : '';
		const value = String(entry[key]);
		const url = first?.url ? String(first.url) : undefined;
		return { name: `${String(first?.title || value)}${more}`, value, url };
	};
}

function materials(type: 'image' | 'video' | 'voice'): PageSource {
	return offsetSource('/cgi-bin/material/batchget_material', { type }, (entry) => ({
		name: String(entry.name || entry.media_id),
		value: String(entry.media_id),
		url: entry.url ? String(entry.url) : undefined,
	}));
}

interface Button {
	name: string;
	key?: string;
	sub_button?: Button[];
}

function keysOf(buttons: Button[] = []): INodeListSearchItems[] {
	return buttons.flatMap(({ name, key, sub_button: entries }) => [
		...(key ? [{ name: `${name} (${key})`, value: key }] : []),
		...keysOf(entries),
	]);
}

async function menuKeys(ctx: ILoadOptionsFunctions): Promise<INodeListSearchItems[]> {
	try {
		const { menu } = await weChatRequest<{ menu?: { button?: Button[] } }>(ctx, {
			method: 'GET',
			path: '/cgi-bin/menu/get',
		});
		return keysOf(menu?.button);
	} catch (error) {
		const isNone = error instanceof WeChatApiError && error.errcode === NO_MENU;
		return isNone ? [] : await Promise.reject(error);
	}
}

export const listSearch = {
	searchTags: search(async (ctx) =>
		(await listTags(ctx)).map(({ id, name, count = 0 }) => ({
			name: `${name} (${count})`,
			value: String(id),
		})),
	),
	searchTemplates: search(async (ctx) =>
		(await listTemplates(ctx)).map(({ title, template_id: value }) => ({ name: title, value })),
	),
	searchNoticeTemplates: search(async (ctx) =>
		(await listNoticeTemplates(ctx)).map(({ title, priTmplId: value }) => ({ name: title, value })),
	),
	searchArticles: search(async (ctx) => {
		const days = [...Array(DAYS_LISTED).keys()].map((back) => shanghaiDay(Date.now(), -1 - back));
		const lists = await Promise.allSettled(days.map(async (day) => await articlesOfDay(ctx, day)));
		const read = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
		const failed = lists.find((list) => list.status === 'rejected');
		// A day that is not ready, or cannot be read, does not hide the articles of the others.
		if (failed && read.length === 0) return await Promise.reject(failed.reason);
		return read
			.flatMap(({ articles }) => articles)
			.map((article) => ({
				name: article.title || articleKey(article),
				value: articleKey(article),
				url: article.url,
			}));
	}),
	searchDrafts: pagedSearch([
		offsetSource('/cgi-bin/draft/batchget', { no_content: 1 }, articleItem('media_id')),
	]),
	searchPublishedArticles: pagedSearch([
		offsetSource('/cgi-bin/freepublish/batchget', { no_content: 1 }, articleItem('article_id')),
	]),
	searchImages: pagedSearch([materials('image')]),
	searchVideos: pagedSearch([materials('video')]),
	searchVoices: pagedSearch([materials('voice')]),
	searchMaterials: pagedSearch([materials('image'), materials('video'), materials('voice')]),
	searchKfAccounts: search(async (ctx) => {
		const { kf_list: accounts = [] } = await weChatRequest<{
			kf_list?: Array<{ kf_account: string; kf_nick?: string }>;
		}>(ctx, { method: 'GET', path: '/cgi-bin/customservice/getkflist' });
		return accounts.map(({ kf_account: value, kf_nick: nick }) => ({
			name: nick ? `${nick} (${value})` : value,
			value,
		}));
	}),
	searchMenuKeys: search(menuKeys),
};
