import type { IDataObject } from 'n8n-workflow';
import { openIdsField, requiredText, textField } from '../../descriptions/fields';
import { outcomeOf, readOpenIds, sendInBatches } from '../batch';
import { post } from '../call';
import type { BatchOperation } from '../operation';

export const migrateOpenIds: BatchOperation = {
	option: {
		name: 'Migrate OpenIDs',
		value: 'migrateOpenIds',
		action: 'Migrate open IDs of users',
		description: 'Get the new OpenIDs after the account was moved',
	},
	endpoints: ['POST /cgi-bin/changeopenid'],
	limits: '100 per call',
	properties: [textField('Former AppID', 'fromAppId'), openIdsField],
	async executeAll(ctx, itemCount) {
		const from_appid = requiredText(ctx, 'fromAppId', 'Former AppID', 0);
		const perItem = readOpenIds(ctx, itemCount);
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
};
