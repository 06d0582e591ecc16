import { get } from '../call';
import type { ItemOperation } from '../operation';

export const getServerIps: ItemOperation = {
	option: {
		name: 'Get Server IPs',
		value: 'getServerIps',
		action: 'Get server IPs of account',
		description: 'Get the addresses of the WeChat API',
	},
	endpoints: ['GET /cgi-bin/get_api_domain_ip'],
	properties: [],
	async execute(ctx) {
		const path = '/cgi-bin/get_api_domain_ip';
		const { ip_list: ips = [] } = await get<{ ip_list?: string[] }>(ctx, path);
		return ips.map((ip) => ({ ip }));
	},
};
