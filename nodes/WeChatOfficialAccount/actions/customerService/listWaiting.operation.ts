import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { get } from '../call';
import type { ItemOperation } from '../operation';

export const listWaiting: ItemOperation = {
	option: {
		name: 'Get Many Waiting',
		value: 'listWaiting',
		action: 'Get many waiting followers',
		description: 'Get many followers that nobody has answered yet',
	},
	endpoints: ['GET /customservice/kfsession/getwaitcase'],
	limits: 'the 100 that have waited longest',
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		const { waitcaselist: cases = [] } = await get<{
			waitcaselist?: Array<{ openid: string; latest_time: number }>;
		}>(ctx, '/customservice/kfsession/getwaitcase');
		return cases.slice(0, limitOf(ctx, itemIndex)).map(({ openid, latest_time: time }) => ({
			openId: openid,
			waitingSince: isoFromSeconds(time),
		}));
	},
};
