import { createHash } from 'crypto';
import { BoundedMap } from '../boundedMap';
import { WeChatTransportError } from './errors';
import type { AccountKeys } from './keys';
import { requestToken, STABLE_PATH, type ObtainedToken, type Send } from './stableToken';

/** Header by which a call reports the token that WeChat has just refused. It never leaves n8n. */
export const STALE_TOKEN_HEADER = 'x-stale-token';

/**
 * Every process renews at a moment of its own within this span before: the first of them stores the new
 * token, and the others find it there when their moment comes.
 */
const SPREAD_MS = 120_000;
const OWN_MOMENT_MS = Math.floor(Math.random() * SPREAD_MS);

/** WeChat ignores a forced refresh within 30 s of the last, and allows 20 a day. */
const FORCE_INTERVAL_MS = 30_000;

const MAX_REMEMBERED = 100;

interface SharedToken {
	token: Promise<ObtainedToken>;
	/** Epoch milliseconds; undefined while it is under way. */
	obtainedAt?: number;
}

/**
 * How long a token that has just been obtained is handed out again without a call: runs that began
 * together have all read the credential before the first of them stored the token.
 */
const SHARED_FOR_MS = 5_000;

/** Tokens under way or just obtained, by account; bounded, oldest out first. */
const shared = new BoundedMap<string, SharedToken>(MAX_REMEMBERED);
/** Tokens that WeChat has refused although they had not expired; bounded, oldest out first. */
const refused = new BoundedMap<string, true>(MAX_REMEMBERED);
const lastForcedAt = new BoundedMap<string, number>(MAX_REMEMBERED);

/**
 * Short digest of what a token belongs to. Kept beside the token, so that a token of other keys is
 * never used after AppID or AppSecret have been edited.
 */
export function fingerprint({ appId, appSecret, apiBaseUrl }: AccountKeys): string {
	return createHash('sha256')
		.update(JSON.stringify([appId, appSecret, apiBaseUrl]))
		.digest('hex')
		.slice(0, 24);
}

/** Remembers that WeChat refused this token, so that getting the very same one again leads further. */
export function rememberRefused(token: string): void {
	refused.set(token, true);
}

/**
 * The documented ladder: the normal mode first, which every process may call at any time and which
 * returns the present token; only if that is the very token that WeChat has just refused, one forced
 * refresh.
 */
async function climb(send: Send, keys: AccountKeys, account: string): Promise<ObtainedToken> {
	const normal = await requestToken(send, keys, false);
	if (!refused.has(normal.accessToken)) return normal;
	const waited = Date.now() - (lastForcedAt.get(account) ?? 0);
	if (waited < FORCE_INTERVAL_MS) {
		throw new WeChatTransportError(
			STABLE_PATH,
			'WeChat refuses the access token that it has just issued',
			'Wait a minute and run again. If it stays, reset the AppSecret in Development Keys (开发密钥) of the WeChat Developer Platform.',
			'refused',
		);
	}
	lastForcedAt.set(account, Date.now());
	return await requestToken(send, keys, true);
}

/** What the credential holds of a token. */
interface StoredToken {
	accessToken?: unknown;
	tokenExpiresAt?: unknown;
	tokenBinding?: unknown;
}

/** Whether the stored token is of other keys; it must not be used then. */
export const isOfOtherKeys = ({ tokenBinding }: StoredToken, keys: AccountKeys): boolean =>
	tokenBinding !== fingerprint(keys);

/** Whether it is the turn of this process to renew the stored token. */
export function isDue(stored: StoredToken, keys: AccountKeys, now: number): boolean {
	const end = Number(stored.tokenExpiresAt);
	if (!(now < end)) return true;
	// One that has just been got is used, however short WeChat has made its life.
	return now >= end - OWN_MOMENT_MS && !isFresh(shared.get(fingerprint(keys)), now);
}

/** Whether nobody has a token that can be used, neither the credential nor, just obtained, this process. */
export function isWithoutToken(stored: StoredToken, keys: AccountKeys, now: number): boolean {
	const isStored =
		!isOfOtherKeys(stored, keys) &&
		String(stored.accessToken ?? '') !== '' &&
		now < Number(stored.tokenExpiresAt);
	return !isStored && !isFresh(shared.get(fingerprint(keys)), now);
}

function isFresh(known: SharedToken | undefined, now: number): known is SharedToken {
	return known !== undefined && now - (known.obtainedAt ?? now) < SHARED_FOR_MS;
}

/**
 * Gets an access token through `stable_token`. Calls for the same account at about the same time share
 * one request.
 *
 * @throws WeChatApiError with WeChat's code (40013 AppID, 40125 AppSecret, 40164 IP whitelist, …)
 */
export async function obtainToken(send: Send, keys: AccountKeys): Promise<ObtainedToken> {
	const account = fingerprint(keys);
	for (;;) {
		const known = shared.get(account);
		if (!isFresh(known, Date.now())) break;
		const token = await known.token;
		if (!refused.has(token.accessToken)) return token;
		// While this one was waited for, somebody else may have begun to get another one.
		if (shared.get(account) === known) break;
	}
	// Nothing is waited for between the look and the entry, so that there is one request at a time.
	const entry: SharedToken = { token: climb(send, keys, account) };
	shared.set(account, entry);
	try {
		const token = await entry.token;
		entry.obtainedAt = Date.now();
		return token;
	} catch (error) {
		// The next call tries again.
		if (shared.get(account) === entry) shared.delete(account);
		return await Promise.reject(error);
	}
}
