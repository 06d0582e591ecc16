import { isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { State, StoredDraft } from '../state';
import { OK, type Endpoints } from './endpoint';
import { newsItems, page, PAGE } from './page';

const ARTICLE: Shape = {
	article_type: 'string?',
	title: 'string',
	author: 'string?',
	digest: 'string?',
	content: 'string',
	content_source_url: 'string?',
	thumb_media_id: 'string?',
	show_cover_pic: 'number?',
	need_open_comment: 'number?',
	only_fans_can_comment: 'number?',
	image_info: 'object?',
	product_info: 'object?',
	cover_info: 'object?',
	pic_crop_235_1: 'string?',
	pic_crop_1_1: 'string?',
};
const MAX_ARTICLES = 8;
const MAX_TITLE = 64;
const MAX_AUTHOR = 16;
const MAX_DIGEST = 120;
const MAX_CONTENT_BYTES = 1_048_576;
const MAX_SOURCE_URL_BYTES = 1_024;
const MAX_IMAGES = 20;

/** Kinds of product cards by article type: large, small, link, bar. */
const CARDS: Record<string, number[]> = { news: [0, 1, 2], newspic: [1, 2, 3] };

const isShare = (text: string) => /^(0(\.\d+)?|1(\.0+)?)$/.test(text);

/** Two opposite corners in shares of the picture, `x1_y1_x2_y2`, the first one upper left. */
function checkCrop(corners: unknown[]): void {
	const [x1 = '', y1 = '', x2 = '', y2 = ''] = corners.map(String);
	const areShares = corners.length === 4 && [x1, y1, x2, y2].every(isShare);
	if (!areShares || Number(x1) >= Number(x2) || Number(y1) >= Number(y2)) fail(53402);
}

function checkCrops(article: Json): void {
	for (const crop of [article.pic_crop_235_1, article.pic_crop_1_1]) {
		if (crop !== undefined && crop !== '') checkCrop(String(crop).split('_'));
	}
	const list = isObject(article.cover_info) ? article.cover_info.crop_percent_list : undefined;
	for (const crop of Array.isArray(list) ? list.filter(isObject) : []) {
		if (!/^(2\.35_1|1_1|16_9)$/.test(String(crop.ratio))) fail(53402);
		checkCrop([crop.x1, crop.y1, crop.x2, crop.y2]);
	}
}

/** Pictures that have to be in the library: the cover, or those of an image post. */
function mediaOf(article: Json): string[] {
	if (article.article_type !== 'newspic') return [String(article.thumb_media_id ?? '')];
	const list = isObject(article.image_info) ? article.image_info.image_list : undefined;
	const images = Array.isArray(list) ? list.filter(isObject) : [];
	if (images.length === 0 || images.length > MAX_IMAGES) fail(40097);
	return images.map(({ image_media_id }) => String(image_media_id));
}

const lengthOf = (text: unknown) => [...String(text ?? '')].length;

function checkArticle(state: State, article: Json): Json {
	const type = String(article.article_type ?? 'news');
	if (!(type in CARDS)) fail(40097, `invalid args: article_type ${type}`);
	if (lengthOf(article.title) > MAX_TITLE) fail(45003);
	if (lengthOf(article.author) > MAX_AUTHOR) fail(45110);
	if (lengthOf(article.digest) > MAX_DIGEST) fail(45004);
	if (Buffer.byteLength(String(article.content)) > MAX_CONTENT_BYTES) fail(45002);
	if (Buffer.byteLength(String(article.content_source_url ?? '')) > MAX_SOURCE_URL_BYTES)
		fail(41039);
	checkCrops(article);
	if (article.need_open_comment === 1 && !state.account.hasComments) fail(88000);
	if (mediaOf(article).some((id) => !state.materials.has(id))) fail(40007);
	return article;
}

export function draftOf(state: State, id: unknown): StoredDraft {
	return state.drafts.get(String(id)) ?? fail(40007);
}

export const drafts: Endpoints = {
	'/cgi-bin/draft/add': {
		method: 'POST',
		body: { articles: [ARTICLE] },
		answer({ body, state }) {
			const given = body.articles as Json[];
			if (given.length === 0) fail(44003);
			if (given.length > MAX_ARTICLES) fail(45008);
			const articles = given.map((article) => checkArticle(state, article));
			const media_id = `draft_${state.nextId()}`;
			state.drafts.set(media_id, { articles, updatedAt: state.clock.seconds() });
			return { media_id };
		},
	},
	'/cgi-bin/draft/get': {
		method: 'POST',
		body: { media_id: 'string' },
		answer({ body, state }) {
			return { news_item: draftOf(state, body.media_id).articles };
		},
	},
	'/cgi-bin/draft/update': {
		method: 'POST',
		body: { media_id: 'string', index: 'number', articles: ARTICLE },
		answer({ body, state }) {
			const draft = draftOf(state, body.media_id);
			const index = Number(body.index);
			if (!draft.articles[index]) fail(40114);
			draft.articles[index] = checkArticle(state, body.articles as Json);
			draft.updatedAt = state.clock.seconds();
			return OK;
		},
	},
	'/cgi-bin/draft/delete': {
		method: 'POST',
		body: { media_id: 'string' },
		answer({ body, state }) {
			draftOf(state, body.media_id);
			state.drafts.delete(String(body.media_id));
			return OK;
		},
	},
	'/cgi-bin/draft/count': {
		method: 'ANY',
		answer: ({ state }) => ({ total_count: state.drafts.size }),
	},
	'/cgi-bin/draft/batchget': {
		method: 'POST',
		body: PAGE,
		answer: (call) =>
			page(
				call,
				[...call.state.drafts].map(([media_id, { articles, updatedAt }]) => ({
					media_id,
					content: { news_item: newsItems(call, articles) },
					update_time: updatedAt,
				})),
			),
	},
	'/channels/ec/service/product/getcardinfo': {
		method: 'POST',
		body: { product_id: 'string', article_type: 'string', card_type: 'number' },
		answer({ body }) {
			if (!/^\d+$/.test(String(body.product_id))) fail(10170001);
			const cards = CARDS[String(body.article_type)] ?? fail(10170002);
			if (!cards.includes(Number(body.card_type))) fail(10170003);
			const product_key = `product_${body.product_id}`;
			return { ...OK, product_key, DOM: `<mp-common-product data-key="${product_key}"/>` };
		},
	},
};
