import type { IDataObject } from 'n8n-workflow';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listAccounts: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'listAccounts',
		action: 'Get many customer service accounts',
		description: 'Get many customer service accounts',
	},
	endpoints: ['GET /cgi-bin/customservice/getkflist'],
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		const { kf_list: accounts = [] } = await get<{ kf_list?: IDataObject[] }>(
			ctx,
			'/cgi-bin/customservice/getkflist',
		);
		return accounts.slice(0, limitOf(ctx, itemIndex));
	},
};
