import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { kfAccountPicker, picked } from '../../descriptions/pickers';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listSessions: ItemOperation = {
	option: {
		name: 'Get Many Sessions',
		value: 'listSessions',
		action: 'Get many customer service sessions',
		description: 'Get many open conversations of an account',
	},
	endpoints: ['GET /customservice/kfsession/getsessionlist'],
	properties: [kfAccountPicker, ...returnAllFields],
	async execute(ctx, itemIndex) {
		const kf_account = picked(ctx, kfAccountPicker, itemIndex);
		const { sessionlist: sessions = [] } = await get<{
			sessionlist?: Array<{ openid: string; createtime: number }>;
		}>(ctx, '/customservice/kfsession/getsessionlist', { kf_account });
		return sessions.slice(0, limitOf(ctx, itemIndex)).map(({ openid, createtime }) => ({
			openId: openid,
			kfAccount: kf_account,
			startedAt: isoFromSeconds(createtime),
		}));
	},
};
