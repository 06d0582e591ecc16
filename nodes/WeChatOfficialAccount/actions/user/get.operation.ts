import { weChatRequest } from '../../../shared/transport/request';
import { toProfile, type UserInfo } from '../../../shared/user/profile';
import { openId, simplify } from '../../descriptions/common';
import { itemOperation } from '../operation';

/** WeChat: user/info. */
export const get = itemOperation({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get user',
		description: 'Get tags, remark and the way a follower came',
	},
	endpoints: ['GET /cgi-bin/user/info'],
	isPaced: true,
	fields: { openId, simplify },
	async execute(ctx, { openId, simplify }) {
		const info = await weChatRequest<UserInfo>(ctx, {
			method: 'GET',
			path: '/cgi-bin/user/info',
			query: { openid: openId, lang: 'zh_CN' },
		});
		return simplify ? toProfile(info) : info;
	},
});
