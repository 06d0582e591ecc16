import { get } from '../call';
import { itemOperation } from '../operation';

export const getCallbackIps = itemOperation({
	option: {
		name: 'Get Push IPs',
		value: 'getCallbackIps',
		action: 'Get push IPs of account',
		description: 'Get the addresses from which WeChat pushes messages',
	},
	endpoints: ['GET /cgi-bin/getcallbackip'],
	fields: {},
	async execute(ctx) {
		const { ip_list: ips = [] } = await get<{ ip_list?: string[] }>(ctx, '/cgi-bin/getcallbackip');
		return ips.map((ip) => ({ ip }));
	},
});
