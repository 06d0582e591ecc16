import { goOut } from '../articles';
import type { Json } from '../check';
import { fail } from '../errors';
import { mainVerdict, verdictsOf } from '../originality';
import type { Publication, State } from '../state';
import { draftOf } from './drafts';
import { OK, type Call, type Endpoints } from './endpoint';
import { newsItems, page, PAGE } from './page';

/** `publish_status`: over and well, under way, refused as no original, deleted by the account. */
const PUBLISHED = 0;
const UNDER_WAY = 1;
const NO_ORIGINAL = 2;
const ALL_DELETED = 5;

const urlOf = (id: string, position: number) => `https://mp.weixin.qq.com/s/${id}_${position}`;

/** Ids and addresses as the status tells them: of a publication that has failed nothing but what failed. */
function result({ articleId, articles, status }: Publication): Json {
	const all = articles.map((_, at) => ({ idx: at + 1, article_url: urlOf(articleId, at) }));
	if (status !== PUBLISHED) {
		return { fail_idx: status === UNDER_WAY ? [] : all.map(({ idx }) => idx) };
	}
	return {
		article_id: articleId,
		article_detail: { count: all.length, item: all },
		fail_idx: [],
	};
}

const toTexts = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(toTexts);
	if (typeof value !== 'object' || value === null) return String(value);
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toTexts(entry)]));
};

/** Ends a publication; only a good one has articles. */
function finish({ state, pushLater }: Call, publication: Publication, mediaId: string): void {
	const { articleId, articles, msgDataId, publishId } = publication;
	const isOriginal = mainVerdict(verdictsOf(state, articles)) === 1;
	const outcome = isOriginal ? (state.settings.publishOutcomes.shift() ?? PUBLISHED) : NO_ORIGINAL;
	publication.status = outcome;
	if (outcome === PUBLISHED) {
		state.drafts.delete(mediaId);
		goOut(state, msgDataId, articles, (index) => urlOf(articleId, index));
	}
	pushLater({
		FromUserName: 'mphelper',
		MsgType: 'event',
		Event: 'PUBLISHJOBFINISH',
		PublishEventInfo: {
			publish_id: publishId,
			publish_status: String(outcome),
			...(toTexts(result(publication)) as Json),
		},
	});
}

function submit(call: Call): Json {
	const { state, body } = call;
	const { articles } = draftOf(state, body.media_id);
	const mediaId = String(body.media_id);
	const isUnderWay = [...state.publications.values()].some(
		(other) => other.mediaId === mediaId && other.status === UNDER_WAY,
	);
	if (isUnderWay) fail(53501);
	const publishId = String(2_247_500_000 + state.nextId());
	const publication: Publication = {
		articles,
		publishId,
		mediaId,
		articleId: `article_${publishId}`,
		msgDataId: 2_247_490_000 + state.nextId(),
		status: UNDER_WAY,
		updatedAt: state.clock.seconds(),
	};
	state.publications.set(publishId, publication);
	// The answer says "accepted" only.
	const waiting = state.settings.publishSeconds * 1_000;
	state.clock.after(waiting, () => finish(call, publication, mediaId));
	return { ...OK, publish_id: publishId, msg_data_id: publication.msgDataId };
}

const publishedOf = (state: State) =>
	[...state.publications.values()].filter(({ status }) => status === PUBLISHED);

function articleOf(state: State, id: unknown): Publication {
	return publishedOf(state).find(({ articleId }) => articleId === id) ?? fail(53600);
}

const described = ({ articleId, articles }: Publication): Json[] =>
	articles.map((article, at) => ({ is_deleted: false, ...article, url: urlOf(articleId, at) }));

/** Deletes one article, counted from 1, or all of them: for good. */
function remove(state: State, known: Publication, number: number): void {
	if (number < 0 || number > known.articles.length) fail(40114);
	known.articles = known.articles.map((article, at) =>
		number === 0 || at === number - 1 ? { ...article, is_deleted: true } : article,
	);
	if (known.articles.every(({ is_deleted }) => is_deleted === true)) known.status = ALL_DELETED;
	state.articles = state.articles.filter(
		({ msgDataId, index }) => msgDataId !== known.msgDataId || !known.articles[index]?.is_deleted,
	);
}

export const publications: Endpoints = {
	'/cgi-bin/freepublish/submit': {
		method: 'POST',
		body: { media_id: 'string' },
		answer: submit,
	},
	'/cgi-bin/freepublish/get': {
		method: 'POST',
		body: { publish_id: 'string|number' },
		answer({ body, state }) {
			const known = state.publications.get(String(body.publish_id)) ?? fail(40002);
			return { publish_id: known.publishId, publish_status: known.status, ...result(known) };
		},
	},
	'/cgi-bin/freepublish/getarticle': {
		method: 'POST',
		body: { article_id: 'string' },
		answer: ({ body, state }) => ({ news_item: described(articleOf(state, body.article_id)) }),
	},
	'/cgi-bin/freepublish/batchget': {
		method: 'POST',
		body: PAGE,
		answer: (call) =>
			page(
				call,
				publishedOf(call.state).map((known) => ({
					article_id: known.articleId,
					content: { news_item: newsItems(call, described(known)) },
					update_time: known.updatedAt,
				})),
			),
	},
	'/cgi-bin/freepublish/delete': {
		method: 'POST',
		body: { article_id: 'string', index: 'number?' },
		answer({ body, state }) {
			remove(state, articleOf(state, body.article_id), Number(body.index ?? 0));
			return OK;
		},
	},
};
