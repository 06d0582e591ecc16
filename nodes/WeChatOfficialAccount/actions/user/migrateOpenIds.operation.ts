import type { IDataObject } from 'n8n-workflow';
import { text } from '../../../shared/operations/fields';
import { openIds } from '../../descriptions/common';
import { outcomeOf, sendInBatches } from '../batch';
import { post } from '../call';
import { batchOperation } from '../operation';

export const migrateOpenIds = batchOperation({
	option: {
		name: 'Migrate OpenIDs',
		value: 'migrateOpenIds',
		action: 'Migrate open IDs of users',
		description: 'Get the new OpenIDs after the account was moved',
	},
	endpoints: ['POST /cgi-bin/changeopenid'],
	limits: '100 per call',
	fields: { fromAppId: text('Former AppID'), openIds: openIds() },
	async executeAll(ctx, items) {
		const from_appid = items[0]?.fromAppId;
		const perItem = items.map(({ openIds }) => openIds);
		const found = new Map<string, IDataObject>();
		const failures = await sendInBatches(perItem.flat(), 100, async (openid_list) => {
			const path = '/cgi-bin/changeopenid';
			const { result_list: results = [] } = await post<{ result_list?: IDataObject[] }>(
				ctx,
				path,
				{ from_appid, openid_list },
				true,
			);
			for (const result of results) found.set(String(result.ori_openid), result);
		});
		return perItem.map((openIds) =>
			outcomeOf(openIds, failures, (openId) => ({
				openId,
				newOpenId: found.get(openId)?.new_openid || null,
				message: found.get(openId)?.err_msg ?? null,
			})),
		);
	},
});
