import { choice } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const checkCallback = itemOperation({
	option: {
		name: 'Check Server URL',
		value: 'checkCallback',
		action: 'Check server URL of account',
		description: 'Let WeChat test the way from its servers to the server URL',
	},
	endpoints: ['POST /cgi-bin/callback/check'],
	fields: {
		action: choice(
			'Test',
			[
				{ name: 'Everything', value: 'all' },
				{ name: 'Name Resolution (DNS)', value: 'dns' },
				{ name: 'Reachability (Ping)', value: 'ping' },
			],
			'all',
		),
		operator: choice(
			'Network',
			[
				{ name: 'China Telecom', value: 'CHINANET' },
				{ name: 'China Unicom', value: 'UNICOM' },
				{ name: 'Default', value: 'DEFAULT' },
				{ name: 'Tencent', value: 'CAP' },
			],
			'DEFAULT',
		),
	},
	async execute(ctx, { action, operator }) {
		const body = { action, check_operator: operator };
		return await post(ctx, '/cgi-bin/callback/check', body, true);
	},
});
