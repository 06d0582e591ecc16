import { post } from '../call';
import { cgiPath } from './cgiPath';
import { itemOperation } from '../operation';

export const resetQuota = itemOperation({
	option: {
		name: 'Reset Quota',
		value: 'resetQuota',
		action: 'Reset quota of account',
		description: "Reset today's call count of one API",
	},
	endpoints: ['POST /cgi-bin/openapi/quota/clear'],
	limits: '50 times a month',
	onlyOnce: { what: 'Reset of a quota', isRepeatable: false, target: ({ cgiPath }) => cgiPath },
	fields: { cgiPath },
	async execute(ctx, { cgiPath: cgi_path }) {
		await post(ctx, '/cgi-bin/openapi/quota/clear', { cgi_path });
		return { endpoint: cgi_path, reset: true };
	},
});
