import { get } from '../call';
import { itemOperation } from '../operation';

export const getServerIps = itemOperation({
	option: {
		name: 'Get Server IPs',
		value: 'getServerIps',
		action: 'Get server IPs of account',
		description: 'Get the addresses of the WeChat API',
	},
	endpoints: ['GET /cgi-bin/get_api_domain_ip'],
	fields: {},
	async execute(ctx) {
		const path = '/cgi-bin/get_api_domain_ip';
		const { ip_list: ips = [] } = await get<{ ip_list?: string[] }>(ctx, path);
		return ips.map((ip) => ({ ip }));
	},
});
