import { weChatRequest } from '../../../shared/transport/request';
import { openId } from '../../descriptions/common';
import { itemOperation } from '../operation';
import { tagsOfRun } from './tags';

/** WeChat: tags/getidlist, with the names from tags/get. */
export const getUserTags = itemOperation({
	option: {
		name: 'Get Many of User',
		value: 'getUserTags',
		action: 'Get many tags of user',
		description: 'Get the tags that a follower has, with their names',
	},
	endpoints: ['POST /cgi-bin/tags/getidlist', 'GET /cgi-bin/tags/get'],
	isPaced: true,
	fields: { openId },
	async execute(ctx, { openId }) {
		const { tagid_list: tagIds = [] } = await weChatRequest<{ tagid_list?: number[] }>(ctx, {
			method: 'POST',
			path: '/cgi-bin/tags/getidlist',
			body: { openid: openId },
			safe: true,
		});
		const names = new Map((await tagsOfRun(ctx)).map(({ id, name }) => [id, name]));
		return tagIds.map((tagId) => ({ openId, tagId, name: names.get(tagId) ?? null }));
	},
});
