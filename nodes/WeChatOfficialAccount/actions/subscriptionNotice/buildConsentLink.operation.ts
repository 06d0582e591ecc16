import { webAddress } from '../../../shared/limits';
import { accountId } from '../../../shared/transport/sns';
import { numberOf, requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';
import { sceneField } from './sceneField';

export const buildConsentLink: ItemOperation = {
	option: {
		name: 'Build Consent Link',
		value: 'buildConsentLink',
		action: 'Build consent link',
		description: 'Build the address that asks a person for one message (一次性订阅)',
	},
	endpoints: [],
	access: 'verified',
	properties: [
		textField('Template ID', 'oneTimeTemplateId'),
		sceneField,
		textField('Redirect URL', 'redirectUrl'),
	],
	async execute(ctx, itemIndex) {
		const redirectUrl = requiredText(ctx, 'redirectUrl', 'Redirect URL', itemIndex);
		const query = new URLSearchParams({
			action: 'get_confirm',
			appid: await accountId(ctx),
			scene: String(numberOf(ctx, sceneField, itemIndex)),
			template_id: requiredText(ctx, 'oneTimeTemplateId', 'Template ID', itemIndex),
			redirect_url: webAddress('Redirect URL', redirectUrl),
		});
		return { url: `https://mp.weixin.qq.com/mp/subscribemsg?${query.toString()}#wechat_redirect` };
	},
};
