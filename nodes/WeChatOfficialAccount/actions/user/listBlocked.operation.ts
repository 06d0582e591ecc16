import { collectPages } from '../../../shared/transport/paging';
import { limit } from '../../descriptions/common';
import { post } from '../call';
import type { OpenIdPage } from '../../../shared/user/lists';
import { itemOperation } from '../operation';

export const listBlocked = itemOperation({
	option: {
		name: 'Get Many Blocked',
		value: 'listBlocked',
		action: 'Get many blocked users',
	},
	endpoints: ['POST /cgi-bin/tags/members/getblacklist'],
	limits: '1,000 per call',
	fields: { limit },
	async execute(ctx, { limit }) {
		const openIds = await collectPages<string, string>(async (begin_openid = '') => {
			const page = await post<OpenIdPage>(
				ctx,
				'/cgi-bin/tags/members/getblacklist',
				{ begin_openid },
				true,
			);
			return { entries: page.data?.openid ?? [], next: page.next_openid || undefined };
		}, limit);
		return openIds.map((openId) => ({ openId }));
	},
});
