import { collectPages } from '../../../shared/transport/paging';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { post } from '../call';
import type { OpenIdPage } from './listFollowers.operation';
import type { ItemOperation } from '../operation';

export const listBlocked: ItemOperation = {
	option: {
		name: 'Get Many Blocked',
		value: 'listBlocked',
		action: 'Get many blocked users',
	},
	endpoints: ['POST /cgi-bin/tags/members/getblacklist'],
	limits: '1,000 per call',
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		const openIds = await collectPages<string, string>(
			async (begin_openid = '') => {
				const page = await post<OpenIdPage>(
					ctx,
					'/cgi-bin/tags/members/getblacklist',
					{ begin_openid },
					true,
				);
				return { entries: page.data?.openid ?? [], next: page.next_openid || undefined };
			},
			limitOf(ctx, itemIndex),
		);
		return openIds.map((openId) => ({ openId }));
	},
};
