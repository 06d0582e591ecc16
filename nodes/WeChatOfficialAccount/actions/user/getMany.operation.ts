import type { IDataObject } from 'n8n-workflow';
import { usersByOpenId, USERS_PER_CALL } from '../../../shared/user/lists';
import { toProfile, type UserInfo } from '../../../shared/user/profile';
import { openIds, simplify } from '../../descriptions/common';
import { outcomeOf, sendInBatches } from '../batch';
import { batchOperation } from '../operation';

export const getMany = batchOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many users',
		description: 'Get many followers by their OpenIDs, 100 per call',
	},
	endpoints: ['POST /cgi-bin/user/info/batchget'],
	limits: '100 followers per call',
	fields: { openIds: openIds(), simplify },
	async executeAll(ctx, items) {
		const perItem = items.map(({ openIds, simplify }) => ({ openIds, simplify }));
		const users = new Map<string, UserInfo>();
		const failures = await sendInBatches(
			perItem.flatMap(({ openIds }) => openIds),
			USERS_PER_CALL,
			async (openIds) => {
				for (const [openId, user] of await usersByOpenId(ctx, openIds)) users.set(openId, user);
			},
		);
		return perItem.map(({ openIds, simplify }) =>
			outcomeOf(openIds, failures, (openId): IDataObject => {
				const user = users.get(openId) ?? { openid: openId, subscribe: 0 };
				return simplify ? toProfile(user) : user;
			}),
		);
	},
});
