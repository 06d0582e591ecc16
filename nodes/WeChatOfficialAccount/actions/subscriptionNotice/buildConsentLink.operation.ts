import { webAddress } from '../../../shared/limits';
import { appIdOf } from '../../../shared/transport/sns';
import { text } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { consent } from './consent';

export const buildConsentLink = itemOperation({
	option: {
		name: 'Build Consent Link',
		value: 'buildConsentLink',
		action: 'Build consent link',
		description: 'Build the address that asks a person for one message (一次性订阅)',
	},
	endpoints: [],
	access: 'verified',
	fields: { ...consent, redirectUrl: text('Redirect URL') },
	async execute(ctx, { oneTimeTemplateId, scene, redirectUrl }) {
		const query = new URLSearchParams({
			action: 'get_confirm',
			appid: await appIdOf(ctx),
			scene: String(scene),
			template_id: oneTimeTemplateId,
			redirect_url: webAddress('Redirect URL', redirectUrl),
		});
		return { url: `https://mp.weixin.qq.com/mp/subscribemsg?${query.toString()}#wechat_redirect` };
	},
});
