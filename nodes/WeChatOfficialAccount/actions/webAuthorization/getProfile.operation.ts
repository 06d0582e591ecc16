import { snsRequest } from '../../../shared/transport/sns';
import { openIdField, openIdOf, requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

export const getProfile: ItemOperation = {
	option: {
		name: 'Get Profile',
		value: 'getProfile',
		action: 'Get authorized profile',
		description: 'Get name and picture of a person who has agreed',
	},
	endpoints: ['GET /sns/userinfo'],
	properties: [
		openIdField,
		textField('User Access Token', 'userGrant', { typeOptions: { password: true } }),
	],
	async execute(ctx, itemIndex) {
		const openid = openIdOf(ctx, itemIndex);
		const access_token = requiredText(ctx, 'userGrant', 'User Access Token', itemIndex);
		const profile = await snsRequest(ctx, '/sns/userinfo', { openid, access_token, lang: 'zh_CN' });
		const { nickname = null, headimgurl: avatarUrl = null, unionid: unionId = null } = profile;
		return { openId: openid, nickname, avatarUrl, unionId };
	},
};
