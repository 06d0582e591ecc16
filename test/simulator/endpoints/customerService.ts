import { check, type Json } from '../check';
import { fail } from '../errors';
import type { KfAccount, State } from '../state';
import { OK, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const ACCOUNT = /^\w{1,10}@\w{1,30}$/;
const DAY_S = 86_400;

function accountOf(state: State, name: unknown): KfAccount {
	return state.kfAccounts.get(String(name)) ?? fail(65401);
}

function describe(state: State): Json[] {
	return [...state.kfAccounts].map(([kf_account, { nickname }], position) => ({
		kf_account,
		kf_nick: nickname,
		kf_id: String(1_001 + position),
		kf_headimgurl: '',
	}));
}

export const customerService: Endpoints = {
	'/cgi-bin/customservice/getkflist': {
		method: 'GET',
		answer: ({ state }) => ({ kf_list: describe(state) }),
	},
	'/cgi-bin/customservice/getonlinekflist': {
		method: 'GET',
		answer: ({ state }) => ({
			kf_online_list: describe(state)
				.filter(({ kf_account }) => state.kfAccounts.get(String(kf_account))?.isOnline)
				.map(({ kf_account, kf_id }) => ({ kf_account, kf_id, status: 1, accepted_case: 0 })),
		}),
	},
	'/customservice/kfaccount/add': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string', nickname: 'string' });
			const name = String(body.kf_account);
			if (!ACCOUNT.test(name)) fail(65401);
			if (state.kfAccounts.has(name)) fail(65406);
			state.kfAccounts.set(name, { nickname: String(body.nickname), isOnline: true });
			return OK;
		},
	},
	'/customservice/kfaccount/update': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string', nickname: 'string' });
			accountOf(state, body.kf_account).nickname = String(body.nickname);
			return OK;
		},
	},
	'/customservice/kfaccount/del': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string' });
			accountOf(state, body.kf_account);
			state.kfAccounts.delete(String(body.kf_account));
			return OK;
		},
	},
	'/customservice/kfaccount/inviteworker': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string', invite_wx: 'string' });
			accountOf(state, body.kf_account);
			return OK;
		},
	},
	'/customservice/kfaccount/uploadheadimg': {
		method: 'POST',
		query: ['kf_account'],
		answer({ query, file, state }) {
			accountOf(state, query.kf_account);
			if (file?.name !== 'media') fail(40005);
			return OK;
		},
	},
	'/customservice/kfsession/create': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string', openid: 'string' });
			if (!accountOf(state, body.kf_account).isOnline) fail(65415);
			const { openId } = followerOf(state, body.openid);
			state.sessions.set(openId, {
				account: String(body.kf_account),
				since: state.clock.seconds(),
			});
			return OK;
		},
	},
	'/customservice/kfsession/close': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { kf_account: 'string', openid: 'string' });
			accountOf(state, body.kf_account);
			state.sessions.delete(String(body.openid));
			return OK;
		},
	},
	'/customservice/kfsession/getsession': {
		method: 'GET',
		query: ['openid'],
		answer({ query, state }) {
			const { openId } = followerOf(state, query.openid);
			const session = state.sessions.get(openId);
			return { createtime: session?.since ?? 0, kf_account: session?.account ?? '' };
		},
	},
	'/customservice/kfsession/getsessionlist': {
		method: 'GET',
		query: ['kf_account'],
		answer({ query, state }) {
			accountOf(state, query.kf_account);
			const sessions = [...state.sessions].filter(
				([, { account }]) => account === query.kf_account,
			);
			return {
				sessionlist: sessions.map(([openid, { since: createtime }]) => ({ openid, createtime })),
			};
		},
	},
	'/customservice/kfsession/getwaitcase': {
		method: 'GET',
		answer({ state }) {
			const waiting = [...state.followers.values()].filter(
				({ openId, allowances }) => allowances.length > 0 && !state.sessions.has(openId),
			);
			const latest_time = state.clock.seconds();
			return {
				count: waiting.length,
				waitcaselist: waiting.map(({ openId: openid }) => ({ openid, latest_time })),
			};
		},
	},
	'/customservice/msgrecord/getmsglist': {
		method: 'POST',
		answer({ body, state }) {
			check(body, { starttime: 'number', endtime: 'number', msgid: 'number', number: 'number' });
			const [from, to] = [Number(body.starttime), Number(body.endtime)];
			if (to - from > DAY_S) fail(65417);
			const all = state.chatRecords.filter(({ time }) => time >= from && time <= to);
			const first = Number(body.msgid) - 1;
			const recordlist = all.slice(first, first + Number(body.number));
			return { recordlist, number: recordlist.length, msgid: first + recordlist.length + 1 };
		},
	},
};
