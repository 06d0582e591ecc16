import { weChatRequest } from '../../../shared/transport/request';
import { toProfile, type UserInfo } from '../../../shared/user/profile';
import { isSimplified, openIdField, openIdOf, simplifyField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

/** WeChat: user/info. */
export const get: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get user',
		description: 'Get tags, remark and the way a follower came',
	},
	endpoints: ['GET /cgi-bin/user/info'],
	isPaced: true,
	properties: [openIdField, simplifyField],
	async execute(ctx, itemIndex) {
		const info = await weChatRequest<UserInfo>(ctx, {
			method: 'GET',
			path: '/cgi-bin/user/info',
			query: { openid: openIdOf(ctx, itemIndex), lang: 'zh_CN' },
		});
		return isSimplified(ctx, itemIndex) ? toProfile(info) : info;
	},
};
