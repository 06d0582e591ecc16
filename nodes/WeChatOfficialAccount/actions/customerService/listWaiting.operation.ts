import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { limit } from '../../descriptions/common';
import { get } from '../call';
import { itemOperation } from '../operation';

export const listWaiting = itemOperation({
	option: {
		name: 'Get Many Waiting',
		value: 'listWaiting',
		action: 'Get many waiting followers',
		description: 'Get many followers that nobody has answered yet',
	},
	endpoints: ['GET /customservice/kfsession/getwaitcase'],
	limits: 'the 100 that have waited longest',
	fields: { limit },
	async execute(ctx, { limit }) {
		const { waitcaselist: cases = [] } = await get<{
			waitcaselist?: Array<{ openid: string; latest_time: number }>;
		}>(ctx, '/customservice/kfsession/getwaitcase');
		return cases.slice(0, limit).map(({ openid, latest_time: time }) => ({
			openId: openid,
			waitingSince: isoFromSeconds(time),
		}));
	},
});
