import { collectPages } from '../../../shared/transport/paging';
import { weChatRequest } from '../../../shared/transport/request';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { tagField } from '../../descriptions/tag';
import type { ItemOperation } from '../operation';
import type { OpenIdPage } from '../user/listFollowers.operation';
import { tagIdOf } from './tags';

/** WeChat: user/tag/get. */
export const getTagFollowers: ItemOperation = {
	option: {
		name: 'List Followers of Tag',
		value: 'getTagFollowers',
		action: 'List followers of tag',
		description: 'List the OpenIDs of the followers that have a tag',
	},
	endpoints: ['POST /cgi-bin/user/tag/get'],
	properties: [tagField, ...returnAllFields],
	async execute(ctx, itemIndex) {
		const tagId = await tagIdOf(ctx, itemIndex);
		const openIds = await collectPages<string, string>(
			async (cursor) => {
				const page = await weChatRequest<OpenIdPage>(ctx, {
					method: 'POST',
					path: '/cgi-bin/user/tag/get',
					body: { tagid: tagId, next_openid: cursor ?? '' },
					safe: true,
				});
				return { entries: page.data?.openid ?? [], next: page.next_openid || undefined };
			},
			limitOf(ctx, itemIndex),
		);
		return openIds.map((openId) => ({ openId, tagId }));
	},
};
