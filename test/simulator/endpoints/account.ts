import { fail } from '../errors';
import type { State } from '../state';
import { OK, type Endpoints } from './endpoint';

const MAX_RESETS = 10;
const DEFAULT_LIMIT = 100_000;

function pathOf(value: unknown): string {
	const path = String(value);
	if (!path.startsWith('/')) fail(76003);
	if (!/^\/(cgi-bin|wxa|datacube|customservice)/.test(path)) fail(76021);
	return path;
}

function usedToday(state: State, path: string): number {
	return state.used.get(`${state.clock.day()} ${path}`) ?? 0;
}

/** Both calls share the resets of a month. */
function resetAll(state: State): typeof OK {
	state.quotaResets += 1;
	if (state.quotaResets > MAX_RESETS) fail(48006);
	state.used.clear();
	return OK;
}

export const account: Endpoints = {
	'/cgi-bin/callback/check': {
		method: 'POST',
		body: { action: 'string', check_operator: 'string' },
		answer({ body, state }) {
			if (state.callback.url === '') fail(40201);
			if (!['dns', 'ping', 'all'].includes(String(body.action))) fail(40202);
			const ping = { ip: '203.0.113.20', from_operator: 'CAP', package_loss: '0%', time: '21ms' };
			return { dns: [{ ip: '203.0.113.20', real_operator: 'UNICOM' }], ping: [ping] };
		},
	},
	'/cgi-bin/openapi/quota/get': {
		method: 'POST',
		body: { cgi_path: 'string' },
		answer({ body, state }) {
			const path = pathOf(body.cgi_path);
			const daily_limit = state.quotas[path] ?? DEFAULT_LIMIT;
			const used = usedToday(state, path);
			return { ...OK, quota: { daily_limit, used, remain: daily_limit - used } };
		},
	},
	'/cgi-bin/openapi/quota/clear': {
		method: 'POST',
		body: { cgi_path: 'string' },
		answer({ body, state }) {
			state.used.delete(`${state.clock.day()} ${pathOf(body.cgi_path)}`);
			return OK;
		},
	},
	'/cgi-bin/clear_quota': {
		method: 'POST',
		body: { appid: 'string' },
		answer({ body, state }) {
			if (body.appid !== state.account.appId) fail(40013);
			return resetAll(state);
		},
	},
	'/cgi-bin/clear_quota/v2': {
		method: 'POST',
		needsToken: false,
		body: { appid: 'string', appsecret: 'string' },
		answer({ body, state }) {
			if (body.appid !== state.account.appId) fail(40013);
			if (body.appsecret !== state.account.appSecret) fail(40125);
			return resetAll(state);
		},
	},
	'/cgi-bin/openapi/rid/get': {
		method: 'POST',
		body: { rid: 'string' },
		answer({ body, accessToken }) {
			if (!/^[0-9a-f]+-[0-9a-f]+-[0-9a-f]+$/.test(String(body.rid))) fail(76001);
			const request_url = `access_token=${accessToken}`;
			return { ...OK, request: { invoke_time: 1_700_000_000, cost_in_ms: 30, request_url } };
		},
	},
	'/cgi-bin/get_current_autoreply_info': {
		method: 'GET',
		answer({ state }) {
			// A server URL switches off what was set in the console.
			const isOpen = state.callback.url === '' ? 1 : 0;
			return {
				is_add_friend_reply_open: isOpen,
				is_autoreply_open: isOpen,
				add_friend_autoreply_info: { type: 'text', content: '欢迎关注' },
			};
		},
	},
};
