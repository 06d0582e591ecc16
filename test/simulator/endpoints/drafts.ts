import { goOut } from '../articles';
import { check, isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { State, StoredDraft } from '../state';
import { OK, type Call, type Endpoints } from './endpoint';

const ARTICLE: Shape = {
	article_type: 'string?',
	title: 'string',
	author: 'string?',
	digest: 'string?',
	content: 'string',
	content_source_url: 'string?',
	thumb_media_id: 'string?',
	need_open_comment: 'number?',
	only_fans_can_comment: 'number?',
	image_info: 'object?',
	product_info: 'object?',
};
const MAX_TITLE = 64;
const MAX_DIGEST = 120;
const MAX_PAGE = 20;

function checkArticle(state: State, article: unknown): Json {
	if (!isObject(article)) fail(47001);
	check(article, ARTICLE);
	if ([...String(article.title)].length > MAX_TITLE) fail(45003);
	if ([...String(article.digest ?? '')].length > MAX_DIGEST) fail(45004);
	const images = isObject(article.image_info) ? (article.image_info.image_list as Json[]) : [];
	const media = images.map(({ image_media_id }) => String(image_media_id));
	if (article.article_type !== 'newspic') media.push(String(article.thumb_media_id ?? ''));
	if (media.some((id) => !state.materials.has(id))) fail(40007);
	return article;
}

function draftOf(state: State, id: unknown): StoredDraft {
	return state.drafts.get(String(id)) ?? fail(40007);
}

function page(call: Call, entries: Json[]): Json {
	check(call.body, { offset: 'number', count: 'number', no_content: 'number?' });
	const [offset, count] = [Number(call.body.offset), Number(call.body.count)];
	if (count < 1 || count > MAX_PAGE) fail(40097);
	const item = entries.slice(offset, offset + count);
	return { total_count: entries.length, item_count: item.length, item };
}

const urlOf = (id: string, position: number) => `https://mp.weixin.qq.com/s/${id}_${position}`;

export const drafts: Endpoints = {
	'/cgi-bin/draft/add': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { articles: 'array' });
			const articles = (body.articles as unknown[]).map((article) => checkArticle(state, article));
			if (articles.length === 0 || articles.length > 8) fail(45008);
			const media_id = `draft_${state.nextId()}`;
			state.drafts.set(media_id, { articles, updatedAt: state.clock.seconds() });
			return { media_id };
		},
	},
	'/cgi-bin/draft/get': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { media_id: 'string' });
			return { news_item: draftOf(state, body.media_id).articles };
		},
	},
	'/cgi-bin/draft/update': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { media_id: 'string', index: 'number', articles: 'object' });
			const { articles } = draftOf(state, body.media_id);
			if (!articles[Number(body.index)]) fail(40114);
			articles[Number(body.index)] = checkArticle(state, body.articles);
			return OK;
		},
	},
	'/cgi-bin/draft/delete': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { media_id: 'string' });
			draftOf(state, body.media_id);
			state.drafts.delete(String(body.media_id));
			return OK;
		},
	},
	'/cgi-bin/draft/count': {
		method: 'GET',
		answer: ({ state }) => ({ total_count: state.drafts.size }),
	},
	'/cgi-bin/draft/batchget': {
		method: 'POST',
		answer: (call) =>
			page(
				call,
				[...call.state.drafts].map(([media_id, { articles, updatedAt }]) => ({
					media_id,
					content: { news_item: articles },
					update_time: updatedAt,
				})),
			),
	},
	'/channels/ec/service/product/getcardinfo': {
		method: 'POST',
		answer({ body }) {
			check(body, { product_id: 'string', article_type: 'string', card_type: 'number' });
			if (!/^\d+$/.test(String(body.product_id))) fail(53406);
			if (![0, 1, 2, 3].includes(Number(body.card_type))) fail(40097);
			const product_key = `product_${body.product_id}`;
			return { ...OK, product_key, DOM: `<mp-common-product data-key="${product_key}"/>` };
		},
	},
	'/cgi-bin/freepublish/submit': {
		method: 'POST',
		answer({ body, state, pushLater }) {
			check(body, { media_id: 'string' });
			const draft = draftOf(state, body.media_id);
			const publishId = String(2_247_500_000 + state.nextId());
			const articleId = `article_${publishId}`;
			state.publications.set(publishId, { ...draft, articleId, publishId });
			state.drafts.delete(String(body.media_id));
			const msg_data_id = 2_247_490_000 + state.nextId();
			const urls = (index: number) => urlOf(articleId, index);
			const item = goOut(state, msg_data_id, draft.articles, urls).map(({ index, url }) => ({
				idx: String(index + 1),
				article_url: url,
			}));
			pushLater({
				FromUserName: 'mphelper',
				MsgType: 'event',
				Event: 'PUBLISHJOBFINISH',
				PublishEventInfo: {
					publish_id: publishId,
					publish_status: '0',
					article_id: articleId,
					article_detail: { count: String(item.length), item },
				},
			});
			return { ...OK, publish_id: publishId, msg_data_id };
		},
	},
	'/cgi-bin/freepublish/get': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { publish_id: 'string' });
			const known = state.publications.get(String(body.publish_id)) ?? fail(40002);
			const item = known.articles.map((_, position) => ({
				idx: position + 1,
				article_url: urlOf(known.articleId, position),
			}));
			return {
				publish_id: known.publishId,
				publish_status: 0,
				article_id: known.articleId,
				article_detail: { count: item.length, item },
				fail_idx: [],
			};
		},
	},
	'/cgi-bin/freepublish/getarticle': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { article_id: 'string' });
			const id = String(body.article_id);
			const all = [...state.publications.values()];
			const known = all.find(({ articleId }) => articleId === id) ?? fail(53600);
			return {
				news_item: known.articles.map((article, at) => ({ ...article, url: urlOf(id, at) })),
			};
		},
	},
	'/cgi-bin/freepublish/batchget': {
		method: 'POST',
		answer: (call) =>
			page(
				call,
				[...call.state.publications.values()].map(({ articleId, articles, updatedAt }) => ({
					article_id: articleId,
					content: {
						news_item: articles.map((entry, at) => ({ ...entry, url: urlOf(articleId, at) })),
					},
					update_time: updatedAt,
				})),
			),
	},
	'/cgi-bin/freepublish/delete': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { article_id: 'string', index: 'number?' });
			const all = [...state.publications.values()];
			const known = all.find(({ articleId }) => articleId === body.article_id) ?? fail(53600);
			state.publications.delete(known.publishId);
			return OK;
		},
	},
};
