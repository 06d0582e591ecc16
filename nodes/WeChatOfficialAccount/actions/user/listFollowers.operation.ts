import { collectPages } from '../../../shared/transport/paging';
import { weChatRequest } from '../../../shared/transport/request';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

/** A page of OpenIDs; `data` is missing when there is none. */
export interface OpenIdPage {
	total?: number;
	count?: number;
	data?: { openid?: string[] };
	next_openid?: string;
}

/** WeChat: user/get, 10,000 a page. */
export const listFollowers: ItemOperation = {
	option: {
		name: 'List Followers',
		value: 'listFollowers',
		action: 'List followers',
		description: 'List the OpenIDs of all followers. WeChat allows 500 calls of 10,000 a day.',
	},
	endpoints: ['GET /cgi-bin/user/get'],
	limits: '10,000 OpenIDs per call, 500 calls a day',
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		let received = 0;
		const openIds = await collectPages<string, string>(
			async (cursor) => {
				const page = await weChatRequest<OpenIdPage>(ctx, {
					method: 'GET',
					path: '/cgi-bin/user/get',
					query: { next_openid: cursor },
				});
				const entries = page.data?.openid ?? [];
				received += entries.length;
				// Calls are scarce, so the last page is known by the total and not by asking once more.
				const isLast = page.total !== undefined && received >= page.total;
				return { entries, next: isLast ? undefined : page.next_openid || undefined };
			},
			limitOf(ctx, itemIndex),
		);
		return openIds.map((openId) => ({ openId }));
	},
};
