import { check, isObject, type Json } from '../check';
import { fail, PlatformError } from '../errors';
import type { State } from '../state';
import { OK, type Endpoints } from './endpoint';

const MAX_SECONDS = 2_592_000;
const PICTURE = Buffer.from('ffd8ffe000104a46494600', 'hex');

function checkScene(state: State, body: Json): void {
	const action = String(body.action_name);
	const info = isObject(body.action_info) ? body.action_info.scene : undefined;
	if (!/^QR_(LIMIT_)?(STR_)?SCENE$/.test(action)) fail(40052);
	if (!isObject(info)) fail(40053);
	if (action.includes('STR')) {
		check(info, { scene_str: 'string' }, state.settings.isStrict);
		const { length } = [...String(info.scene_str)];
		if (length < 1 || length > 64) fail(40053);
	} else {
		check(info, { scene_id: 'number' }, state.settings.isStrict);
		const maximum = action.includes('LIMIT') ? 100_000 : 0xffffffff;
		if (Number(info.scene_id) < 1 || Number(info.scene_id) > maximum) fail(40053);
	}
	if (state.qrCodes.size >= 100_000) fail(45029);
}

function checkKeys(state: State, query: Record<string, string>, withSecret: boolean): void {
	if (query.appid !== state.account.appId) fail(40013);
	if (withSecret && query.secret !== state.account.appSecret) fail(40125);
}

const grant = (openid: string): Json => ({
	access_token: `user_${openid}`,
	expires_in: 7_200,
	refresh_token: `refresh_${openid}`,
	openid,
	scope: 'snsapi_userinfo',
});

export const links: Endpoints = {
	'/cgi-bin/qrcode/create': {
		method: 'POST',
		isForServiceAccounts: true,
		body: { expire_seconds: 'number?', action_name: 'string', action_info: 'object' },
		answer({ body, state }) {
			if (Number(body.expire_seconds ?? 0) > MAX_SECONDS) fail(40097);
			checkScene(state, body);
			const ticket = `ticket_${state.nextId()}`;
			state.qrCodes.set(ticket, body);
			const url = `http://weixin.qq.com/q/${ticket}`;
			const { expire_seconds } = body;
			return { ticket, url, ...(expire_seconds ? { expire_seconds } : {}) };
		},
	},
	'/cgi-bin/showqrcode': {
		method: 'GET',
		needsToken: false,
		query: ['ticket'],
		answer({ query, state }) {
			if (!state.qrCodes.has(query.ticket ?? '')) throw new PlatformError(404, 'not found');
			return { file: PICTURE, contentType: 'image/jpg', fileName: 'qrcode.jpg' };
		},
	},
	'/cgi-bin/shorten/gen': {
		method: 'POST',
		isForServiceAccounts: true,
		body: { long_data: 'string', expire_seconds: 'number?' },
		answer({ body, state }) {
			if (Buffer.byteLength(String(body.long_data)) > 4_096) fail(40097);
			const short_key = `key${String(state.nextId()).padStart(12, '0')}`;
			state.shortKeys.set(short_key, { data: String(body.long_data), at: state.clock.seconds() });
			return { short_key };
		},
	},
	'/cgi-bin/shorten/fetch': {
		method: 'POST',
		isForServiceAccounts: true,
		body: { short_key: 'string' },
		answer({ body, state }) {
			const known = state.shortKeys.get(String(body.short_key)) ?? fail(9410012);
			return { long_data: known.data, create_time: known.at, expire_seconds: MAX_SECONDS };
		},
	},
	'/cgi-bin/ticket/getticket': {
		method: 'GET',
		query: ['type'],
		answer: () => ({ errcode: 0, errmsg: 'ok', ticket: 'jsapi_ticket_1', expires_in: 7_200 }),
	},
	'/sns/oauth2/access_token': {
		method: 'GET',
		needsToken: false,
		query: ['appid', 'secret', 'code', 'grant_type'],
		answer({ query, state }) {
			checkKeys(state, query, true);
			const openId = state.codes.get(query.code ?? '') ?? fail(40029);
			state.codes.delete(query.code ?? '');
			return grant(openId);
		},
	},
	'/sns/oauth2/refresh_token': {
		method: 'GET',
		needsToken: false,
		query: ['appid', 'refresh_token', 'grant_type'],
		answer({ query, state }) {
			checkKeys(state, query, false);
			const openId = /^refresh_(.+)$/.exec(query.refresh_token ?? '')?.[1] ?? fail(40097);
			return grant(openId);
		},
	},
	'/sns/auth': {
		method: 'GET',
		needsToken: false,
		query: ['appid?', 'openid'],
		answer({ query, accessToken }) {
			if (!accessToken.startsWith('user_')) fail(40001);
			if (accessToken !== `user_${query.openid}`) fail(40003);
			return OK;
		},
	},
	'/sns/userinfo': {
		method: 'GET',
		needsToken: false,
		query: ['appid?', 'openid', 'lang?'],
		answer({ query, accessToken }) {
			if (accessToken !== `user_${query.openid}`) fail(40001);
			return { openid: query.openid, nickname: '小明', headimgurl: 'https://example.com/a.png' };
		},
	},
};
