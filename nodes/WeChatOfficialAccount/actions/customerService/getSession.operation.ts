import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { openIdField, openIdOf } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const getSession: ItemOperation = {
	option: {
		name: 'Get Session',
		value: 'getSession',
		action: 'Get customer service session',
		description: 'Get which account a follower is talking to',
	},
	endpoints: ['GET /customservice/kfsession/getsession'],
	isPaced: true,
	properties: [openIdField],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
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
};
