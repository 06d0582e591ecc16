import { weChatRequest } from '../../../shared/transport/request';
import { openIdField, openIdOf } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';
import { tagsOfRun } from './tags';

/** WeChat: tags/getidlist, with the names from tags/get. */
export const getUserTags: ItemOperation = {
	option: {
		name: 'List Tags of User',
		value: 'getUserTags',
		action: 'List tags of user',
		description: 'List the tags that a follower has, with their names',
	},
	endpoints: ['POST /cgi-bin/tags/getidlist', 'GET /cgi-bin/tags/get'],
	isPaced: true,
	properties: [openIdField],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const { tagid_list: tagIds = [] } = await weChatRequest<{ tagid_list?: number[] }>(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/getidlist',
			body: { openid: openId },
			safe: true,
		});
		const names = new Map((await tagsOfRun(ctx)).map(({ id, name }) => [id, name]));
		return tagIds.map((tagId) => ({ openId, tagId, name: names.get(tagId) ?? null }));
	},
};
