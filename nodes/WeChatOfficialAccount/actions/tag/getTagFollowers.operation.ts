import type { IExecuteFunctions } from 'n8n-workflow';
import { collectPages } from '../../../shared/transport/paging';
import { weChatRequest } from '../../../shared/transport/request';
import { limit } from '../../descriptions/common';
import { tag } from '../../descriptions/locators';
import { itemOperation } from '../operation';
import type { OpenIdPage } from '../../../shared/user/lists';
import { tagIdOf } from './tags';

/** A page of the followers that have a tag (WeChat: user/tag/get). */
export async function holdersPage(
	ctx: IExecuteFunctions,
	tagid: number,
	cursor?: string,
): Promise<{ entries: string[]; next: string | undefined }> {
	const page = await weChatRequest<OpenIdPage>(ctx, {
		method: 'POST',
		path: '/cgi-bin/user/tag/get',
		body: { tagid, next_openid: cursor ?? '' },
		safe: true,
	});
	return { entries: page.data?.openid ?? [], next: page.next_openid || undefined };
}

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
		const openIds = await collectPages<string, string>(
			async (cursor) => await holdersPage(ctx, tagId, cursor),
			limit,
		);
		return openIds.map((openId) => ({ openId, tagId }));
	},
});
