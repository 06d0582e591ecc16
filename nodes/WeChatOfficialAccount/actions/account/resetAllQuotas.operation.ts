import { accountId } from '../../../shared/transport/sns';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const resetAllQuotas: ItemOperation = {
	option: {
		name: 'Reset All Quotas',
		value: 'resetAllQuotas',
		action: 'Reset all quotas of account',
		description: 'Give back the calls of all APIs that were made today',
	},
	endpoints: ['POST /cgi-bin/clear_quota'],
	limits: '10 times a month',
	properties: [],
	async execute(ctx) {
		await post(ctx, '/cgi-bin/clear_quota', { appid: await accountId(ctx) });
		return { reset: true };
	},
};
