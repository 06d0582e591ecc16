import { webAddress } from '../../../shared/limits';
import { accountId } from '../../../shared/transport/sns';
import { requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

export const buildLink: ItemOperation = {
	option: {
		name: 'Build Link',
		value: 'buildLink',
		action: 'Build authorization link',
		description: 'Build the address that asks a person for consent',
	},
	endpoints: [],
	properties: [
		textField('Redirect URL', 'redirectUrl', {
			placeholder: 'e.g. https://example.com/callback',
			hint: 'Its domain has to be entered in the WeChat console (网页授权域名)',
		}),
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'OpenID Only', value: 'snsapi_base', description: 'The person is not asked' },
				{ name: 'Profile', value: 'snsapi_userinfo' },
			],
			default: 'snsapi_base',
		},
		textField('State', 'state', { required: false, hint: 'Comes back with the code' }),
	],
	async execute(ctx, itemIndex) {
		const redirectUrl = requiredText(ctx, 'redirectUrl', 'Redirect URL', itemIndex);
		const query = new URLSearchParams({
			appid: await accountId(ctx),
			redirect_uri: webAddress('Redirect URL', redirectUrl),
			response_type: 'code',
			scope: String(ctx.getNodeParameter('scope', itemIndex)),
			state: String(ctx.getNodeParameter('state', itemIndex, '')),
		});
		const page = 'https://open.weixin.qq.com/connect/oauth2/authorize';
		return { url: `${page}?${query.toString()}#wechat_redirect` };
	},
};
