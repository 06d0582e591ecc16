import { collectPages } from '../../../shared/transport/paging';
import { weChatRequest } from '../../../shared/transport/request';
import { limit } from '../../descriptions/common';
import { tag } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import type { OpenIdPage } from '../../../shared/user/lists';
import { tagIdOf } from './tags';

/** WeChat: user/tag/get. */
export const getTagFollowers = itemOperation({
	option: {
		name: 'Get Many Followers',
		value: 'getTagFollowers',
		action: 'Get many followers of tag',
		description: 'Get the OpenIDs of the followers that have a tag',
	},
	endpoints: ['POST /cgi-bin/user/tag/get'],
	fields: { tag: tag(), limit },
	async execute(ctx, { tag, limit }) {
		const tagId = await tagIdOf(ctx, tag);
		const openIds = await collectPages<string, string>(async (cursor) => {
			const page = await weChatRequest<OpenIdPage>(ctx, {
				method: 'POST',
				path: '/cgi-bin/user/tag/get',
				body: { tagid: tagId, next_openid: cursor ?? '' },
				safe: true,
			});
			return { entries: page.data?.openid ?? [], next: page.next_openid || undefined };
		}, limit);
		return openIds.map((openId) => ({ openId, tagId }));
	},
});
