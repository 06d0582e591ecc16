import { post } from '../call';
import { cgiPath } from './cgiPath';
import { itemOperation } from '../operation';

export const getQuota = itemOperation({
	option: {
		name: 'Get Quota',
		value: 'getQuota',
		action: 'Get quota of account',
		description: 'Get how many calls of an API are left today',
	},
	endpoints: ['POST /cgi-bin/openapi/quota/get'],
	fields: { cgiPath },
	async execute(ctx, { cgiPath: cgi_path }) {
		const { quota } = await post<{ quota?: Record<string, number> }>(
			ctx,
			'/cgi-bin/openapi/quota/get',
			{ cgi_path },
			true,
		);
		const { daily_limit: dailyLimit = null, used = null, remain = null } = quota ?? {};
		return { endpoint: cgi_path, dailyLimit, used, remain };
	},
});
