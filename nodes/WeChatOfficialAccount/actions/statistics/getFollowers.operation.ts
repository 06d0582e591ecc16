import { readSpan, spanFields } from './span';
import type { ItemOperation } from '../operation';

/** Most days that WeChat gives in one call. */
const MAX_DAYS = {
	getusersummary: 7,
	getusercumulate: 7,
};

export const getFollowers: ItemOperation = {
	option: {
		name: 'Get Followers',
		value: 'getFollowers',
		action: 'Get follower statistics',
		description: 'Get new, lost and total followers by day',
	},
	endpoints: ['POST /datacube/getusersummary', 'POST /datacube/getusercumulate'],
	limits: 'getusersummary 7 days per call; getusercumulate 7 days per call',
	properties: spanFields([
		{ name: 'Daily Gains and Losses', value: 'getusersummary' },
		{ name: 'Totals', value: 'getusercumulate' },
	]),
	async execute(ctx, itemIndex) {
		return await readSpan(ctx, itemIndex, MAX_DAYS);
	},
};
