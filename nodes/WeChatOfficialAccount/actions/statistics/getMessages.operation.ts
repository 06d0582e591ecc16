import { readSpan, spanFields } from './span';
import type { ItemOperation } from '../operation';

/** Most days that WeChat gives in one call. */
const MAX_DAYS = {
	getupstreammsg: 7,
	getupstreammsghour: 1,
	getupstreammsgmonth: 30,
	getupstreammsgweek: 30,
	getupstreammsgdist: 15,
	getupstreammsgdistmonth: 30,
	getupstreammsgdistweek: 30,
};

export const getMessages: ItemOperation = {
	option: {
		name: 'Get Messages',
		value: 'getMessages',
		action: 'Get message statistics',
		description: 'Get how many messages followers have sent',
	},
	endpoints: [
		'POST /datacube/getupstreammsg',
		'POST /datacube/getupstreammsghour',
		'POST /datacube/getupstreammsgmonth',
		'POST /datacube/getupstreammsgweek',
		'POST /datacube/getupstreammsgdist',
		'POST /datacube/getupstreammsgdistmonth',
		'POST /datacube/getupstreammsgdistweek',
	],
	limits:
		'getupstreammsg 7 days per call; getupstreammsghour 1 days per call; getupstreammsgmonth 30 days per call; getupstreammsgweek 30 days per call; getupstreammsgdist 15 days per call; getupstreammsgdistmonth 30 days per call; getupstreammsgdistweek 30 days per call',
	properties: spanFields([
		{ name: 'By Day', value: 'getupstreammsg' },
		{ name: 'By Hour', value: 'getupstreammsghour' },
		{ name: 'By Month', value: 'getupstreammsgmonth' },
		{ name: 'By Week', value: 'getupstreammsgweek' },
		{ name: 'Distribution by Day', value: 'getupstreammsgdist' },
		{ name: 'Distribution by Month', value: 'getupstreammsgdistmonth' },
		{ name: 'Distribution by Week', value: 'getupstreammsgdistweek' },
	]),
	async execute(ctx, itemIndex) {
		return await readSpan(ctx, itemIndex, MAX_DAYS);
	},
};
