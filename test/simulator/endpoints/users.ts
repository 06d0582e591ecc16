import type { Json } from '../check';
import { fail } from '../errors';
import type { Follower, State } from '../state';
import { OK, type Endpoint, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const PAGE = 10_000;
const MAX_BATCH = 100;
const MAX_BLACKLIST = 20;
/** "Less than 30 bytes". */
const MAX_REMARK_BYTES = 29;

function info(follower: Follower): Json {
	const { openId: openid, unionId: unionid } = follower;
	if (!follower.isFollowing) return { subscribe: 0, openid, ...(unionid ? { unionid } : {}) };
	return {
		subscribe: 1,
		openid,
		language: 'zh_CN',
		subscribe_time: follower.followedAt,
		...(unionid ? { unionid } : {}),
		remark: follower.remark,
		groupid: follower.tagIds[0] ?? 0,
		tagid_list: follower.tagIds,
		subscribe_scene: follower.followScene,
		qr_scene: 0,
		qr_scene_str: '',
	};
}

/** A page of OpenIDs after the cursor; an empty page has no `data`. */
export function page(openIds: string[], cursor: string, size = PAGE): Json {
	const from = cursor === '' ? 0 : openIds.indexOf(cursor) + 1;
	if (cursor !== '' && from === 0) fail(40003);
	const openid = openIds.slice(from, from + size);
	if (openid.length === 0) return { count: 0, next_openid: '' };
	return { count: openid.length, data: { openid }, next_openid: openid.at(-1) };
}

export function followingOf(state: State): Follower[] {
	return [...state.followers.values()].filter(({ isFollowing }) => isFollowing);
}

/** Blocks or unblocks up to twenty people. */
function changingBlacklist(change: (blocked: Set<string>, openId: string) => void): Endpoint {
	return {
		method: 'POST',
		body: { openid_list: 'array' },
		answer({ body, state }) {
			const list = body.openid_list as unknown[];
			if (list.length === 0 || list.length > MAX_BLACKLIST) fail(40032);
			for (const openId of list) change(state.blocked, followerOf(state, openId).openId);
			return OK;
		},
	};
}

export const users: Endpoints = {
	'/cgi-bin/user/info': {
		method: 'GET',
		query: ['openid', 'lang?'],
		answer: ({ query, state }) => info(followerOf(state, query.openid)),
	},
	'/cgi-bin/user/info/batchget': {
		method: 'POST',
		body: { user_list: [{ openid: 'string', lang: 'string?' }] },
		answer({ body, state }) {
			const list = body.user_list as Json[];
			if (list.length === 0 || list.length > MAX_BATCH) fail(40032);
			const openIds = list.map(({ openid }) => openid);
			return { user_info_list: openIds.map((openId) => info(followerOf(state, openId))) };
		},
	},
	'/cgi-bin/user/get': {
		method: 'GET',
		query: ['next_openid?'],
		answer({ query, state }) {
			const openIds = followingOf(state).map(({ openId }) => openId);
			return { total: openIds.length, ...page(openIds, query.next_openid ?? '') };
		},
	},
	'/cgi-bin/user/info/updateremark': {
		method: 'POST',
		body: { openid: 'string', remark: 'string' },
		answer({ body, state }) {
			if (Buffer.byteLength(String(body.remark)) > MAX_REMARK_BYTES) fail(40097);
			const follower = followerOf(state, body.openid);
			if (!follower.isFollowing) fail(43004);
			follower.remark = String(body.remark);
			return OK;
		},
	},
	'/cgi-bin/tags/members/getblacklist': {
		method: 'POST',
		body: { begin_openid: 'string?' },
		answer({ body, state }) {
			const blocked = [...state.blocked];
			return { total: blocked.length, ...page(blocked, String(body.begin_openid ?? ''), 1_000) };
		},
	},
	'/cgi-bin/tags/members/batchblacklist': changingBlacklist((blocked, openId) => {
		blocked.add(openId);
	}),
	'/cgi-bin/tags/members/batchunblacklist': changingBlacklist((blocked, openId) => {
		blocked.delete(openId);
	}),
	'/cgi-bin/changeopenid': {
		method: 'POST',
		body: { from_appid: 'string', openid_list: 'array' },
		answer({ body }) {
			const list = body.openid_list as unknown[];
			if (list.length > MAX_BATCH) fail(40032);
			return {
				...OK,
				result_list: list.map((openId) => ({
					ori_openid: openId,
					new_openid: `new_${String(openId)}`,
					err_msg: 'ok',
				})),
			};
		},
	},
};
