import type { Json } from '../check';
import { fail } from '../errors';
import type { KfAccount, State } from '../state';
import { closeSession, openSession, sessionOf } from '../sessions';
import { OK, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const ACCOUNT = /^\w{1,10}@\w{1,30}$/;
const DAY_S = 86_400;
const MAX_WAITING = 100;
const MAX_RECORDS = 10_000;

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
		body: { kf_account: 'string', nickname: 'string' },
		answer({ body, state }) {
			const name = String(body.kf_account);
			if (!ACCOUNT.test(name)) fail(65401);
			if (state.kfAccounts.has(name)) fail(65406);
			state.kfAccounts.set(name, { nickname: String(body.nickname), isOnline: true });
			return OK;
		},
	},
	'/customservice/kfaccount/update': {
		method: 'POST',
		body: { kf_account: 'string', nickname: 'string' },
		answer({ body, state }) {
			accountOf(state, body.kf_account).nickname = String(body.nickname);
			return OK;
		},
	},
	// The page of 2026 shows a POST; older clients ask with a query.
	'/customservice/kfaccount/del': {
		method: 'ANY',
		query: ['kf_account?'],
		body: { kf_account: 'string' },
		answer({ body, query, state }) {
			const name = String(body.kf_account ?? query.kf_account);
			accountOf(state, name);
			state.kfAccounts.delete(name);
			return OK;
		},
	},
	'/customservice/kfaccount/inviteworker': {
		method: 'POST',
		body: { kf_account: 'string', invite_wx: 'string' },
		answer({ body, state }) {
			accountOf(state, body.kf_account);
			return OK;
		},
	},
	'/customservice/kfaccount/uploadheadimg': {
		method: 'POST',
		query: ['kf_account'],
		answer({ query, file, state }) {
			accountOf(state, query.kf_account);
			if (file?.name !== 'media') fail(41005);
			return OK;
		},
	},
	'/customservice/kfsession/create': {
		method: 'POST',
		body: { kf_account: 'string', openid: 'string' },
		answer({ body, state, pushLater }) {
			if (!accountOf(state, body.kf_account).isOnline) fail(65415);
			const { openId } = followerOf(state, body.openid);
			const account = String(body.kf_account);
			const session = sessionOf(state, openId);
			if (session && session.account !== account) fail(65414);
			if (!session) pushLater(openSession(state, openId, account));
			return OK;
		},
	},
	'/customservice/kfsession/close': {
		method: 'POST',
		body: { kf_account: 'string', openid: 'string' },
		answer({ body, state, pushLater }) {
			accountOf(state, body.kf_account);
			const event = closeSession(state, String(body.openid));
			if (event) pushLater(event);
			return OK;
		},
	},
	'/customservice/kfsession/getsession': {
		method: 'GET',
		query: ['openid'],
		answer({ query, state }) {
			const { openId } = followerOf(state, query.openid);
			const session = sessionOf(state, openId);
			return { createtime: session?.since ?? 0, kf_account: session?.account ?? '' };
		},
	},
	'/customservice/kfsession/getsessionlist': {
		method: 'GET',
		query: ['kf_account'],
		answer({ query, state }) {
			accountOf(state, query.kf_account);
			const sessions = [...state.sessions].filter(
				([openId]) => sessionOf(state, openId)?.account === query.kf_account,
			);
			return {
				sessionlist: sessions.map(([openid, { since: createtime }]) => ({ openid, createtime })),
			};
		},
	},
	'/customservice/kfsession/getwaitcase': {
		method: 'GET',
		answer({ state }) {
			const waiting = [...state.waiting].map(([openid, latest_time]) => ({ openid, latest_time }));
			return { count: waiting.length, waitcaselist: waiting.slice(0, MAX_WAITING) };
		},
	},
	'/customservice/msgrecord/getmsglist': {
		method: 'POST',
		body: { starttime: 'number', endtime: 'number', msgid: 'number', number: 'number' },
		answer({ body, state }) {
			const [from, to] = [Number(body.starttime), Number(body.endtime)];
			if (to - from > DAY_S) fail(65417);
			if (Number(body.number) < 1 || Number(body.number) > MAX_RECORDS) fail(65416);
			const all = state.chatRecords.filter(({ time }) => time >= from && time <= to);
			const first = Number(body.msgid) - 1;
			const recordlist = all.slice(first, first + Number(body.number));
			return { recordlist, number: recordlist.length, msgid: first + recordlist.length + 1 };
		},
	},
};
