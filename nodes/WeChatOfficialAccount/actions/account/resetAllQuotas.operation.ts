import { appIdOf, postWithSecret } from '../../../shared/transport/sns';
import { flag } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const resetAllQuotas = itemOperation({
	option: {
		name: 'Reset All Quotas',
		value: 'resetAllQuotas',
		action: 'Reset all quotas of account',
		description: "Reset today's call count of all APIs",
	},
	endpoints: ['POST /cgi-bin/clear_quota', 'POST /cgi-bin/clear_quota/v2'],
	limits: '10 times a month',
	onlyOnce: { what: 'Reset of all quotas', isRepeatable: false },
	fields: {
		withKeys: flag(
			'Without Access Token',
			false,
			'Whether to call with AppID and AppSecret, which works even when the quota of access tokens is used up',
		),
	},
	async execute(ctx, { withKeys }) {
		if (withKeys) {
			await postWithSecret(ctx, '/cgi-bin/clear_quota/v2');
		} else {
			await post(ctx, '/cgi-bin/clear_quota', { appid: await appIdOf(ctx) });
		}
		return { reset: true };
	},
});
