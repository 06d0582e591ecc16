import { webAddress } from '../../../shared/limits';
import { appIdOf } from '../../../shared/transport/sns';
import { choice, optionalText, text } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';

export const buildLink = itemOperation({
	option: {
		name: 'Build Link',
		value: 'buildLink',
		action: 'Build authorization link',
		description: 'Build the address that asks a person for consent',
	},
	endpoints: [],
	fields: {
		redirectUrl: text('Redirect URL', {
			placeholder: 'e.g. https://example.com/callback',
			hint: 'Its domain has to be entered on the WeChat Developer Platform (域名与消息推送配置 > 网页授权域名)',
		}),
		scope: choice(
			'Scope',
			[
				{ name: 'OpenID Only', value: 'snsapi_base', description: 'The person is not asked' },
				{ name: 'Profile', value: 'snsapi_userinfo' },
			],
			'snsapi_base',
		),
		state: optionalText('State', { hint: 'Comes back with the code' }),
	},
	async execute(ctx, { redirectUrl, scope, state }) {
		const query = new URLSearchParams({
			appid: await appIdOf(ctx),
			redirect_uri: webAddress('Redirect URL', redirectUrl),
			response_type: 'code',
			scope,
			state,
		});
		const page = 'https://open.weixin.qq.com/connect/oauth2/authorize';
		return { url: `${page}?${query.toString()}#wechat_redirect` };
	},
});
