import { randomBytes } from 'node:crypto';
import type { Json } from '../check';
import { fail } from '../errors';
import type { IssuedToken, State } from '../state';
import type { Endpoint, Endpoints } from './endpoint';

const LIFETIME_S = 7_200;
/** In its last five minutes a token is replaced, and the old one stays valid. */
const OVERLAP_MS = 300_000;
const FORCE_INTERVAL_MS = 30_000;

function checkKeys(state: State, appId: unknown, secret: unknown): void {
	const { account } = state;
	if (!appId) fail(41002);
	if (!secret) fail(41004);
	if (appId !== account.appId) fail(40013);
	if (secret !== account.appSecret) fail(40125);
	if (!account.isWhitelisted) fail(40164);
}

function issue(state: State, family: IssuedToken['family']): IssuedToken {
	const token = {
		family,
		value: `${randomBytes(3).toString('hex')}_${randomBytes(48).toString('base64url')}`,
		expiresAt: state.clock.now() + LIFETIME_S * 1_000,
		isRevoked: false,
	};
	state.tokens.push(token);
	return token;
}

function latestOf(state: State, family: IssuedToken['family']): IssuedToken | undefined {
	return state.tokens.filter((token) => token.family === family).at(-1);
}

/** Every call gives a new token; the one before stays valid for five minutes. */
function legacyToken(state: State): IssuedToken {
	const previous = latestOf(state, 'legacy');
	const overlapEnd = state.clock.now() + OVERLAP_MS;
	if (previous) previous.expiresAt = Math.min(previous.expiresAt, overlapEnd);
	return issue(state, 'legacy');
}

function answerWith({ value, expiresAt }: IssuedToken, state: State): Json {
	const expires_in = Math.floor((expiresAt - state.clock.now()) / 1_000);
	return { access_token: value, expires_in };
}

function stableToken(state: State, isForced: boolean): IssuedToken {
	const now = state.clock.now();
	const latest = latestOf(state, 'stable');
	const canForce = isForced && now - state.lastForcedAt >= FORCE_INTERVAL_MS;
	if (canForce) {
		state.lastForcedAt = now;
		if (latest) latest.isRevoked = true;
		return issue(state, 'stable');
	}
	// A revoked token stays "the present one" for normal mode: that is why forcing exists.
	return latest && latest.expiresAt - now > OVERLAP_MS ? latest : issue(state, 'stable');
}

const mediaFile: Endpoint = {
	method: 'GET',
	query: ['media_id'],
	answer({ query, state }) {
		const media = state.temporary(query.media_id) ?? fail(40007);
		return { file: media.data, contentType: media.contentType, fileName: query.media_id ?? '' };
	},
};

export const base: Endpoints = {
	'/cgi-bin/stable_token': {
		method: 'POST',
		needsToken: false,
		body: {
			grant_type: 'string?',
			appid: 'string?',
			secret: 'string?',
			force_refresh: 'boolean?',
		},
		answer({ body, state }) {
			if (body.grant_type !== 'client_credential') fail(40002);
			checkKeys(state, body.appid, body.secret);
			return answerWith(stableToken(state, body.force_refresh === true), state);
		},
	},
	'/cgi-bin/token': {
		method: 'GET',
		needsToken: false,
		query: ['grant_type?', 'appid?', 'secret?'],
		answer({ query, state }) {
			if (query.grant_type !== 'client_credential') fail(40002);
			checkKeys(state, query.appid, query.secret);
			return answerWith(legacyToken(state), state);
		},
	},
	'/cgi-bin/get_api_domain_ip': {
		method: 'GET',
		answer: () => ({ ip_list: ['203.0.113.10', '203.0.113.11'] }),
	},
	'/cgi-bin/getcallbackip': {
		method: 'GET',
		answer: () => ({ ip_list: ['127.0.0.1', '198.51.100.0/25'] }),
	},
	'/cgi-bin/media/get': mediaFile,
	'/cgi-bin/media/get/jssdk': mediaFile,
};
