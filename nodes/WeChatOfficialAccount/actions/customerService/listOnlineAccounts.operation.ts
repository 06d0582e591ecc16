import type { IDataObject } from 'n8n-workflow';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listOnlineAccounts: ItemOperation = {
	option: {
		name: 'Get Many Online',
		value: 'listOnlineAccounts',
		action: 'Get many customer service accounts that are online',
		description: 'Get many accounts that are online and what they are busy with',
	},
	endpoints: ['GET /cgi-bin/customservice/getonlinekflist'],
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		const { kf_online_list: accounts = [] } = await get<{ kf_online_list?: IDataObject[] }>(
			ctx,
			'/cgi-bin/customservice/getonlinekflist',
		);
		return accounts.slice(0, limitOf(ctx, itemIndex));
	},
};
