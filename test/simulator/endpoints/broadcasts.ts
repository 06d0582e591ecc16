import {
	broadcastOf,
	checkClientId,
	checkQuota,
	deleteBroadcast,
	draftOf,
	start,
} from '../broadcasting';
import { isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { Follower, State } from '../state';
import { OK, type Call, type Endpoints } from './endpoint';
import { followerOf } from './messages';

/** Names of the content by `msgtype`; images are sent as `images`, and were sent as `image` once. */
const CONTENT: Record<string, Shape> = {
	mpnews: { media_id: 'string' },
	text: { content: 'string' },
	voice: { media_id: 'string', recommend: 'string?' },
	mpvideo: { media_id: 'string', title: 'string?', description: 'string?' },
	images: {
		media_ids: 'array',
		recommend: 'string?',
		title: 'string?',
		need_open_comment: 'number?',
		only_fans_can_comment: 'number?',
	},
	image: { media_id: 'string' },
	music: { musicurl: 'string' },
};
const RETIRED = new Set(['wxcard']);
const OPTIONS: Shape = { send_ignore_reprint: 'number?', clientmsgid: 'string?' };
const SPEEDS = [80, 60, 45, 30, 10];

function message(address: Shape) {
	return (body: Json): Shape => {
		const type = String(body.msgtype);
		if (RETIRED.has(type)) fail(45113);
		const name = type === 'image' && body.images !== undefined ? 'images' : type;
		return { ...address, msgtype: 'string', [name]: CONTENT[name] ?? fail(40008), ...OPTIONS };
	};
}

/** Refuses an empty text and media that the account does not have. */
function checkContent(state: State, body: Json): void {
	const type = String(body.msgtype);
	if (type === 'text') {
		if (isObject(body.text) && body.text.content === '') fail(44004);
		return;
	}
	const content = isObject(body.images) ? body.images : body[type];
	if (!isObject(content) || type === 'mpnews' || type === 'music') return;
	const ids = Array.isArray(content.media_ids) ? content.media_ids : [content.media_id];
	if (ids.length === 0 || !ids.every((id) => state.hasMedia(id))) fail(40007);
}

function broadcast(call: Call, to: string, audience: Follower[]): Json {
	const { state, body, pushLater } = call;
	const clientMsgId = body.clientmsgid === undefined ? undefined : String(body.clientmsgid);
	checkClientId(state, clientMsgId);
	checkContent(state, body);
	const mediaId = isObject(body.mpnews) ? String(body.mpnews.media_id) : undefined;
	const draft = mediaId === undefined ? undefined : draftOf(state, mediaId);
	checkQuota(state, to === 'all');
	const id = 3_147_483_000 + state.nextId();
	const msgDataId = draft ? 2_247_000_000 + (id % 1_000_000) : undefined;
	const at = state.clock.now();
	const started = { clientMsgId, to, body, at, mediaId, msgDataId, status: 'sending' as const };
	start(state, { id, broadcast: started, audience, draft, pushLater });
	return { ...OK, msg_id: id, ...(draft ? { msg_data_id: msgDataId } : {}) };
}

const STATUS = {
	sending: 'SENDING',
	sent: 'SEND_SUCCESS',
	failed: 'SEND_FAIL',
	deleted: 'DELETE',
};

export const broadcasts: Endpoints = {
	'/cgi-bin/message/mass/sendall': {
		method: 'POST',
		body: message({ filter: { is_to_all: 'boolean?', tag_id: 'number|string?' } }),
		answer(call) {
			const { is_to_all: isToAll, tag_id: tagId } = call.body.filter as Json;
			const everybody = [...call.state.followers.values()];
			if (isToAll === true) return broadcast(call, 'all', everybody);
			const id = Number(tagId);
			if (!call.state.tags.has(id)) fail(40152);
			const tagged = everybody.filter(({ tagIds }) => tagIds.includes(id));
			return broadcast(call, `tag ${id}`, tagged);
		},
	},
	'/cgi-bin/message/mass/send': {
		method: 'POST',
		isForServiceAccounts: true,
		body: message({ touser: 'array' }),
		answer(call) {
			const touser = call.body.touser as unknown[];
			if (touser.length < 2) fail(40130);
			if (touser.length > 10_000) fail(40032);
			const audience = touser.map((openId) => followerOf(call.state, openId));
			return broadcast(call, `${touser.length} users`, audience);
		},
	},
	'/cgi-bin/message/mass/preview': {
		method: 'POST',
		body: (body) =>
			message(body.towxname ? { towxname: 'string', touser: 'string?' } : { touser: 'string' })(
				body,
			),
		answer({ body, state }) {
			if (body.towxname === undefined) followerOf(state, body.touser);
			checkContent(state, body);
			if (isObject(body.mpnews)) draftOf(state, String(body.mpnews.media_id));
			return { ...OK, msg_id: 0 };
		},
	},
	'/cgi-bin/message/mass/delete': {
		method: 'POST',
		body: { msg_id: 'number|string?', url: 'string?', article_idx: 'number?' },
		answer({ body, state }) {
			deleteBroadcast(state, body);
			return OK;
		},
	},
	'/cgi-bin/message/mass/get': {
		method: 'POST',
		body: { msg_id: 'number|string' },
		answer({ body, state }) {
			const [msg_id, { status }] = broadcastOf(state, body);
			return status === 'waiting' ? fail(89504) : { msg_id, msg_status: STATUS[status] };
		},
	},
	'/cgi-bin/message/mass/speed/get': {
		method: 'POST',
		answer: ({ state }) => ({ speed: state.speed, realspeed: SPEEDS[state.speed] }),
	},
	'/cgi-bin/message/mass/speed/set': {
		method: 'POST',
		body: { speed: 'number' },
		answer({ body, state }) {
			if (SPEEDS[Number(body.speed)] === undefined) fail(45083);
			state.speed = Number(body.speed);
			return OK;
		},
	},
};
