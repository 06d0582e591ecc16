import { weChatRequest } from '../transport/request';
import type { RequestContext } from '../transport/types';
import type { IDataObject } from 'n8n-workflow';
import type { UserInfo } from './profile';

/** A page of OpenIDs; `data` is missing when there is none. */
export interface OpenIdPage {
	total?: number;
	count?: number;
	data?: { openid?: string[] };
	next_openid?: string;
}

/** WeChat: user/info/batchget takes 100. */
export const USERS_PER_CALL = 100;

/** A page of followers (WeChat: user/get, 10,000 a page). @param after last OpenID of the page before */
export async function followerPage(ctx: RequestContext, after?: string): Promise<OpenIdPage> {
	return await weChatRequest<OpenIdPage>(ctx, {
		method: 'GET',
		path: '/cgi-bin/user/get',
		query: { next_openid: after },
	});
}

/** Up to a hundred users by their OpenIDs (WeChat: user/info/batchget). */
export async function usersByOpenId(
	ctx: RequestContext,
	openIds: string[],
): Promise<Map<string, UserInfo>> {
	const { user_info_list: users = [] } = await weChatRequest<{ user_info_list?: UserInfo[] }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/user/info/batchget',
		body: { user_list: openIds.map((openid) => ({ openid, lang: 'zh_CN' })) },
		safe: true,
	});
	return new Map(users.map((user) => [user.openid, user]));
}

/** A tag of the account; `count` is the number of followers that have it. */
export interface Tag extends IDataObject {
	id: number;
	name: string;
	count?: number;
}

/** WeChat: tags/get, all in one answer. */
export async function listTags(ctx: RequestContext): Promise<Tag[]> {
	const { tags = [] } = await weChatRequest<{ tags?: Tag[] }>(ctx, {
		method: 'GET',
		path: '/cgi-bin/tags/get',
	});
	return tags;
}
