import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { BoundedMap } from '../shared/boundedMap';
import { weChatRequest } from '../shared/transport/request';
import { toProfile, type UserInfo } from '../shared/user/profile';
import { warnSeldom } from './warnSeldom';
import { inTime } from './inTime';

const MAX_PROFILES = 2_000;
const LIFETIME_MS = 10 * 60_000;

/** Longest wait for a profile that is not cached; the reply has to go out within five seconds. */
const MAX_WAIT_MS = 1_000;

interface Entry {
	profile: Promise<IDataObject | undefined>;
	readUntil: number;
}

/** In-process and bounded: an optimization, so every worker may have its own. */
const cache = new BoundedMap<string, Entry>(MAX_PROFILES);

async function read(ctx: IWebhookFunctions, openId: string): Promise<IDataObject | undefined> {
	try {
		const user = await weChatRequest<UserInfo>(ctx, {
			method: 'GET',
			path: '/cgi-bin/user/info',
			query: { openid: openId, lang: 'zh_CN' },
		});
		return toProfile(user);
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		warnSeldom(ctx, `The follower's profile could not be read: ${reason}`);
		return undefined;
	}
}

/**
 * The follower's profile (tags, remark, where they came from), from the cache or, within a second,
 * from WeChat. Undefined when it is not there in time; the next message of the person then has it.
 */
export async function profileOf(
	ctx: IWebhookFunctions,
	accountId: string,
	openId: string,
): Promise<IDataObject | undefined> {
	const key = `${accountId}|${openId}`;
	const known = cache.get(key);
	if (known && known.readUntil > Date.now()) return await inTime(MAX_WAIT_MS, known.profile);
	const profile = read(ctx, openId);
	cache.set(key, { profile, readUntil: Date.now() + LIFETIME_MS });
	void profile.then((result) => {
		if (!result) cache.delete(key);
	});
	return await inTime(MAX_WAIT_MS, profile);
}
