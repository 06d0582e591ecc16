import { snsRequest } from '../../../shared/transport/sns';
import { openId } from '../../descriptions/common';
import { userGrant } from './grant';
import { itemOperation } from '../operation';

export const getProfile = itemOperation({
	option: {
		name: 'Get Profile',
		value: 'getProfile',
		action: 'Get authorized profile',
		description: 'Get name and picture of a person who has agreed',
	},
	endpoints: ['GET /sns/userinfo'],
	fields: { openId, userGrant },
	async execute(ctx, { openId: openid, userGrant: access_token }) {
		const profile = await snsRequest(ctx, '/sns/userinfo', { openid, access_token, lang: 'zh_CN' });
		const { nickname = null, headimgurl: avatarUrl = null, unionid: unionId = null } = profile;
		return { openId: openid, nickname, avatarUrl, unionId };
	},
});
