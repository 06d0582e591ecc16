import { accountId } from '../../../shared/transport/sns';
import { numberField, requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

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
		numberField('Scene', 'scene', [0, 10_000], {
			hint: 'A number of your choice; comes back with the consent',
		}),
		textField('Redirect URL', 'redirectUrl'),
	],
	async execute(ctx, itemIndex) {
		const query = new URLSearchParams({
			action: 'get_confirm',
			appid: await accountId(ctx),
			scene: String(ctx.getNodeParameter('scene', itemIndex)),
			template_id: requiredText(ctx, 'oneTimeTemplateId', 'Template ID', itemIndex),
			redirect_url: requiredText(ctx, 'redirectUrl', 'Redirect URL', itemIndex),
		});
		return { url: `https://mp.weixin.qq.com/mp/subscribemsg?${query.toString()}#wechat_redirect` };
	},
};
