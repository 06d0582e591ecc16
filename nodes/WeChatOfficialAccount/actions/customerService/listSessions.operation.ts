import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { limit } from '../../descriptions/common';
import { kfAccount } from '../../descriptions/locators';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listSessions = itemOperation({
	option: {
		name: 'Get Many Sessions',
		value: 'listSessions',
		action: 'Get many customer service sessions',
		description: 'Get many open conversations of an account',
	},
	endpoints: ['GET /customservice/kfsession/getsessionlist'],
	fields: { kfAccount: kfAccount(), limit },
	async execute(ctx, { kfAccount: kf_account, limit }) {
		const { sessionlist: sessions = [] } = await get<{
			sessionlist?: Array<{ openid: string; createtime: number }>;
		}>(ctx, '/customservice/kfsession/getsessionlist', { kf_account });
		return sessions.slice(0, limit).map(({ openid, createtime }) => ({
			openId: openid,
			kfAccount: kf_account,
			startedAt: isoFromSeconds(createtime),
		}));
	},
});
