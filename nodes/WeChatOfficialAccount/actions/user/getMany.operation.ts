import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { weChatRequest } from '../../../shared/transport/request';
import { toProfile, type UserInfo } from '../../../shared/user/profile';
import { isSimplified, openIdsField, simplifyField } from '../../descriptions/fields';
import { outcomeOf, readOpenIds, sendInBatches } from '../batch';
import type { BatchOperation } from '../operation';

/** WeChat: user/info/batchget takes 100. */
const USERS_PER_CALL = 100;

async function fetchUsers(
	ctx: IExecuteFunctions,
	openIds: string[],
): Promise<Map<string, UserInfo>> {
	const { user_info_list: users = [] } = await weChatRequest<{ user_info_list?: UserInfo[] }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/user/info/batchget',
		body: { user_list: openIds.map((openid) => ({ openid, lang: 'zh_CN' })) },
		safe: true,
	});
	return new Map(users.map((user) => [user.openid, user]));
}

export const getMany: BatchOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many users',
		description: 'Get many followers by their OpenIDs, 100 per call',
	},
	endpoints: ['POST /cgi-bin/user/info/batchget'],
	limits: '100 followers per call',
	properties: [openIdsField, simplifyField],
	async executeAll(ctx, itemCount) {
		const perItem = readOpenIds(ctx, itemCount);
		const users = new Map<string, UserInfo>();
		const failures = await sendInBatches(perItem.flat(), USERS_PER_CALL, async (openIds) => {
			for (const [openId, user] of await fetchUsers(ctx, openIds)) users.set(openId, user);
		});
		return perItem.map((openIds, itemIndex) =>
			outcomeOf(openIds, failures, (openId): IDataObject => {
				const user = users.get(openId) ?? { openid: openId, subscribe: 0 };
				return isSimplified(ctx, itemIndex) ? toProfile(user) : user;
			}),
		);
	},
};
