import type { IDataObject } from 'n8n-workflow';
import { limit } from '../../descriptions/common';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listOnlineAccounts = itemOperation({
	option: {
		name: 'Get Many Online',
		value: 'listOnlineAccounts',
		action: 'Get many customer service accounts that are online',
		description: 'Get many accounts that are online and what they are busy with',
	},
	endpoints: ['GET /cgi-bin/customservice/getonlinekflist'],
	fields: { limit },
	async execute(ctx, { limit }) {
		const { kf_online_list: accounts = [] } = await get<{ kf_online_list?: IDataObject[] }>(
			ctx,
			'/cgi-bin/customservice/getonlinekflist',
		);
		return accounts.slice(0, limit);
	},
});
