import { post } from '../call';
import { cgiPathField, cgiPathOf } from './cgiPath';
import type { ItemOperation } from '../operation';

export const resetQuota: ItemOperation = {
	option: {
		name: 'Reset Quota',
		value: 'resetQuota',
		action: 'Reset quota of account',
		description: 'Give back the calls of one API that were made today',
	},
	endpoints: ['POST /cgi-bin/openapi/quota/clear'],
	limits: '50 times a month',
	properties: [cgiPathField],
	async execute(ctx, itemIndex) {
		const cgi_path = cgiPathOf(ctx, itemIndex);
		await post(ctx, '/cgi-bin/openapi/quota/clear', { cgi_path });
		return { endpoint: cgi_path, reset: true };
	},
};
