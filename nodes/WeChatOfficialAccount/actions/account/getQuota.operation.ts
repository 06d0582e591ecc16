import { post } from '../call';
import { cgiPathField, cgiPathOf } from './cgiPath';
import type { ItemOperation } from '../operation';

export const getQuota: ItemOperation = {
	option: {
		name: 'Get Quota',
		value: 'getQuota',
		action: 'Get quota of account',
		description: 'Get how many calls of an API are left today',
	},
	endpoints: ['POST /cgi-bin/openapi/quota/get'],
	properties: [cgiPathField],
	async execute(ctx, itemIndex) {
		const cgi_path = cgiPathOf(ctx, itemIndex);
		const { quota } = await post<{ quota?: Record<string, number> }>(
			ctx,
			'/cgi-bin/openapi/quota/get',
			{ cgi_path },
			true,
		);
		const { daily_limit: dailyLimit = null, used = null, remain = null } = quota ?? {};
		return { endpoint: cgi_path, dailyLimit, used, remain };
	},
};
