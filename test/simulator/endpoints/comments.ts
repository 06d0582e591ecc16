import type { Json, Shape } from '../check';
import { fail } from '../errors';
import type { Article, Comment, State } from '../state';
import { OK, type Call, type Endpoint, type Endpoints } from './endpoint';

const MAX_COUNT = 49;
const MAX_REPLY = 600;
const MAX_ELECTED = 100;

const ARTICLE: Shape = { msg_data_id: 'number', index: 'number?' };

function articleOf(state: State, body: Json): Article {
	if (!state.account.hasComments) fail(88000);
	return state.article(body.msg_data_id, body.index) ?? fail(88001);
}

function commentOf(article: Article, body: Json): Comment {
	const comment = article.comments.find(({ id }) => id === body.user_comment_id) ?? fail(88008);
	if (comment.isDeletedByUser) fail(88004);
	return comment;
}

function forArticle(change: (article: Article) => void): Endpoint {
	return {
		method: 'POST',
		body: ARTICLE,
		answer({ body, state }: Call) {
			change(articleOf(state, body));
			return OK;
		},
	};
}

function forComment(
	change: (comment: Comment, article: Article, call: Call) => void,
	extra: Shape = {},
): Endpoint {
	return {
		method: 'POST',
		body: { ...ARTICLE, user_comment_id: 'number', ...extra },
		answer(call: Call) {
			const article = articleOf(call.state, call.body);
			change(commentOf(article, call.body), article, call);
			return OK;
		},
	};
}

function describe({ id, openId, createTime, content, isElected, reply }: Comment): Json {
	return {
		user_comment_id: id,
		...(openId ? { openid: openId } : {}),
		create_time: createTime,
		content,
		comment_type: isElected ? 1 : 0,
		...(reply ? { reply: { content: reply.content, create_time: reply.createTime } } : {}),
	};
}

export const comments: Endpoints = {
	'/cgi-bin/comment/open': forArticle((article) => {
		article.isCommentable = true;
	}),
	'/cgi-bin/comment/close': forArticle((article) => {
		article.isCommentable = false;
	}),
	'/cgi-bin/comment/list': {
		method: 'POST',
		body: { ...ARTICLE, begin: 'number', count: 'number', type: 'number' },
		answer({ body, state }) {
			const [begin, count] = [Number(body.begin), Number(body.count)];
			if (count <= 0 || count > MAX_COUNT) fail(88010);
			if (begin < 0 || ![0, 1, 2].includes(Number(body.type))) fail(40097);
			const listed = articleOf(state, body)
				.comments.filter(({ isDeletedByUser }) => !isDeletedByUser)
				.filter(({ isElected }) => body.type === 0 || isElected === (body.type === 2))
				.reverse();
			const comment = listed.slice(begin, begin + count).map(describe);
			return { ...OK, total: listed.length, comment };
		},
	},
	'/cgi-bin/comment/markelect': forComment((comment, { comments: all }) => {
		if (all.filter(({ isElected }) => isElected).length >= MAX_ELECTED) fail(88003);
		comment.isElected = true;
	}),
	'/cgi-bin/comment/unmarkelect': forComment((comment) => {
		comment.isElected = false;
	}),
	'/cgi-bin/comment/delete': forComment((comment, article) => {
		article.comments = article.comments.filter((other) => other !== comment);
	}),
	'/cgi-bin/comment/reply/add': forComment(
		(comment, _article, { body, state }) => {
			const content = String(body.content);
			if (comment.reply) fail(88005);
			if (content === '' || [...content].length > MAX_REPLY) fail(88007);
			comment.reply = { content, createTime: state.clock.seconds() };
		},
		{ content: 'string' },
	),
	'/cgi-bin/comment/reply/delete': forComment((comment) => {
		if (!comment.reply) fail(88009);
		delete comment.reply;
	}),
};
