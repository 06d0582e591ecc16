import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { openId } from '../../descriptions/common';
import { get } from '../call';
import { itemOperation } from '../operation';

export const getSession = itemOperation({
	option: {
		name: 'Get Session',
		value: 'getSession',
		action: 'Get customer service session',
		description: 'Get which account a follower is talking to',
	},
	endpoints: ['GET /customservice/kfsession/getsession'],
	isPaced: true,
	fields: { openId },
	async execute(ctx, { openId }) {
		const session = await get<{ kf_account?: string; createtime?: number }>(
			ctx,
			'/customservice/kfsession/getsession',
			{ openid: openId },
		);
		const { kf_account: kfAccount, createtime } = session;
		return {
			openId,
			kfAccount: kfAccount || null,
			startedAt: createtime ? isoFromSeconds(createtime) : null,
		};
	},
});
