import type { IDataObject } from 'n8n-workflow';
import { limit } from '../../descriptions/common';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listAccounts = itemOperation({
	option: {
		name: 'Get Many',
		value: 'listAccounts',
		action: 'Get many customer service accounts',
		description: 'Get many customer service accounts',
	},
	endpoints: ['GET /cgi-bin/customservice/getkflist'],
	fields: { limit },
	async execute(ctx, { limit }) {
		const { kf_list: accounts = [] } = await get<{ kf_list?: IDataObject[] }>(
			ctx,
			'/cgi-bin/customservice/getkflist',
		);
		return accounts.slice(0, limit);
	},
});
