import { collectPages } from '../../../shared/transport/paging';
import { followerPage } from '../../../shared/user/lists';
import { limit } from '../../descriptions/common';
import { itemOperation } from '../operation';

/** WeChat: user/get, 10,000 a page. */
export const listFollowers = itemOperation({
	option: {
		name: 'Get Many Followers',
		value: 'listFollowers',
		action: 'Get many followers',
		description:
			'Get the OpenIDs of many or all followers. WeChat allows 500 calls of 10,000 a day.',
	},
	endpoints: ['GET /cgi-bin/user/get'],
	limits: '10,000 OpenIDs per call, 500 calls a day',
	fields: { limit },
	async execute(ctx, { limit }) {
		let received = 0;
		const openIds = await collectPages<string, string>(async (cursor) => {
			const page = await followerPage(ctx, cursor);
			const entries = page.data?.openid ?? [];
			received += entries.length;
			// Calls are scarce, so the last page is known by the total and not by asking once more.
			const isLast = page.total !== undefined && received >= page.total;
			return { entries, next: isLast ? undefined : page.next_openid || undefined };
		}, limit);
		return openIds.map((openId) => ({ openId }));
	},
});
