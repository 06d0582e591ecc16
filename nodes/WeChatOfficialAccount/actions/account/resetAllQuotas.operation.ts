import { accountId, postWithSecret } from '../../../shared/transport/sns';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const resetAllQuotas: ItemOperation = {
	option: {
		name: 'Reset All Quotas',
		value: 'resetAllQuotas',
		action: 'Reset all quotas of account',
		description: 'Give back the calls of all APIs that were made today',
	},
	endpoints: ['POST /cgi-bin/clear_quota', 'POST /cgi-bin/clear_quota/v2'],
	limits: '10 times a month',
	properties: [
		{
			displayName: 'Without Access Token',
			name: 'withKeys',
			type: 'boolean',
			default: false,
			description:
				'Whether to call with AppID and AppSecret, which works even when the quota of access tokens is used up',
		},
	],
	async execute(ctx, itemIndex) {
		if (ctx.getNodeParameter('withKeys', itemIndex, false) === true) {
			await postWithSecret(ctx, '/cgi-bin/clear_quota/v2');
		} else {
			await post(ctx, '/cgi-bin/clear_quota', { appid: await accountId(ctx) });
		}
		return { reset: true };
	},
};
