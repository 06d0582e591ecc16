import { post } from '../call';
import type { ItemOperation } from '../operation';

export const checkCallback: ItemOperation = {
	option: {
		name: 'Check Callback',
		value: 'checkCallback',
		action: 'Check callback of account',
		description: 'Let WeChat test the way from its servers to the server URL',
	},
	endpoints: ['POST /cgi-bin/callback/check'],
	properties: [
		{
			displayName: 'Test',
			name: 'action',
			type: 'options',
			options: [
				{ name: 'Everything', value: 'all' },
				{ name: 'Name Resolution (DNS)', value: 'dns' },
				{ name: 'Reachability (Ping)', value: 'ping' },
			],
			default: 'all',
		},
		{
			displayName: 'Network',
			name: 'operator',
			type: 'options',
			options: [
				{ name: 'China Telecom', value: 'CHINANET' },
				{ name: 'China Unicom', value: 'UNICOM' },
				{ name: 'Default', value: 'DEFAULT' },
				{ name: 'Tencent', value: 'CAP' },
			],
			default: 'DEFAULT',
		},
	],
	async execute(ctx, itemIndex) {
		const action = String(ctx.getNodeParameter('action', itemIndex));
		const check_operator = String(ctx.getNodeParameter('operator', itemIndex));
		return await post(ctx, '/cgi-bin/callback/check', { action, check_operator }, true);
	},
};
