import { goOut } from '../articles';
import { check, isObject, type Json, type Shape } from '../check';
import { fail } from '../errors';
import type { State } from '../state';
import { OK, type Call, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const CONTENT: Record<string, Shape> = {
	mpnews: { media_id: 'string' },
	text: { content: 'string' },
	voice: { media_id: 'string' },
	mpvideo: { media_id: 'string' },
	images: { media_ids: 'array' },
	image: { media_id: 'string' },
};

const OPTIONS: Shape = { send_ignore_reprint: 'number?', clientmsgid: 'string?' };
const MAX_CLIENT_ID = 32;
const SPEEDS = [80, 60, 45, 30, 10];

function checkMessage(body: Json, address: Shape, isPreview: boolean): void {
	const type = String(body.msgtype);
	const name = type === 'image' && !isPreview ? 'images' : type;
	check(body, { ...address, msgtype: 'string', [name]: CONTENT[name] ?? fail(40008), ...OPTIONS });
}

function consume({ state, body, pushLater }: Call, to: string): Json {
	const clientMsgId = body.clientmsgid === undefined ? undefined : String(body.clientmsgid);
	if (clientMsgId && Buffer.byteLength(clientMsgId) > MAX_CLIENT_ID) fail(40097);
	for (const [msg_id, known] of state.broadcasts) {
		if (clientMsgId && known.clientMsgId === clientMsgId) fail(45065, undefined, { msg_id });
	}
	const media = isObject(body.mpnews) ? String(body.mpnews.media_id) : '';
	const draft = state.drafts.get(media);
	if (media && !draft) fail(40007);
	state.drafts.delete(media);
	const id = 3_147_483_000 + state.nextId();
	state.broadcasts.set(id, { clientMsgId, to, body });
	const msg_data_id = 2_247_000_000 + (id % 1_000_000);
	const item = goOut(state, msg_data_id, draft?.articles ?? []).map(({ index, url }) => ({
		ArticleIdx: String(index + 1),
		ArticleUrl: url,
	}));
	// The answer says "accepted"; this says what became of it.
	const counts = { TotalCount: '1', FilterCount: '1', SentCount: '1', ErrorCount: '0' };
	pushLater({
		FromUserName: 'mphelper',
		MsgType: 'event',
		Event: 'MASSSENDJOBFINISH',
		MsgID: String(id),
		Status: 'send success',
		...counts,
		ArticleUrlResult: { Count: String(item.length), ResultList: item.length > 0 ? { item } : '' },
	});
	return { ...OK, msg_id: id, ...(media ? { msg_data_id } : {}) };
}

function known(state: State, id: unknown): number {
	return state.broadcasts.has(Number(id)) ? Number(id) : fail(40059);
}

export const broadcasts: Endpoints = {
	'/cgi-bin/message/mass/sendall': {
		method: 'POST',
		answer(call) {
			checkMessage(call.body, { filter: 'object' }, false);
			const filter = call.body.filter as Json;
			check(filter, { is_to_all: 'boolean', tag_id: 'number?' });
			if (filter.is_to_all !== true && !call.state.tags.has(Number(filter.tag_id))) fail(45159);
			return consume(call, filter.is_to_all === true ? 'all' : `tag ${String(filter.tag_id)}`);
		},
	},
	'/cgi-bin/message/mass/send': {
		method: 'POST',
		isForServiceAccounts: true,
		answer(call) {
			checkMessage(call.body, { touser: 'array' }, false);
			const touser = call.body.touser as unknown[];
			if (touser.length < 2) fail(40130);
			if (touser.length > 10_000) fail(40032);
			for (const openId of touser) followerOf(call.state, openId);
			return consume(call, `${touser.length} users`);
		},
	},
	'/cgi-bin/message/mass/preview': {
		method: 'POST',
		answer({ body, state }) {
			const address: Shape = body.towxname ? { towxname: 'string' } : { touser: 'string' };
			checkMessage(body, address, true);
			if (body.touser !== undefined) followerOf(state, body.touser);
			return { ...OK, msg_id: 0 };
		},
	},
	'/cgi-bin/message/mass/delete': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { msg_id: 'number', article_idx: 'number?' });
			state.broadcasts.delete(known(state, body.msg_id));
			return OK;
		},
	},
	'/cgi-bin/message/mass/get': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { msg_id: 'number' });
			return { msg_id: known(state, body.msg_id), msg_status: 'SEND_SUCCESS' };
		},
	},
	'/cgi-bin/message/mass/speed/get': {
		method: 'POST',
		answer: ({ state }) => ({ speed: state.speed, realspeed: SPEEDS[state.speed] }),
	},
	'/cgi-bin/message/mass/speed/set': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { speed: 'number' });
			if (SPEEDS[Number(body.speed)] === undefined) fail(40097);
			state.speed = Number(body.speed);
			return OK;
		},
	},
};
