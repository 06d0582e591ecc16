import { readSpan, spanFields } from './span';
import type { ItemOperation } from '../operation';

/** Most days that WeChat gives in one call. */
const MAX_DAYS = {
	getinterfacesummary: 30,
	getinterfacesummaryhour: 1,
};

export const getInterface: ItemOperation = {
	option: {
		name: 'Get Interface',
		value: 'getInterface',
		action: 'Get interface statistics',
		description: 'Get how fast and how often the server URL has answered',
	},
	endpoints: ['POST /datacube/getinterfacesummary', 'POST /datacube/getinterfacesummaryhour'],
	limits: 'getinterfacesummary 30 days per call; getinterfacesummaryhour 1 days per call',
	properties: spanFields([
		{ name: 'By Day', value: 'getinterfacesummary' },
		{ name: 'By Hour', value: 'getinterfacesummaryhour' },
	]),
	async execute(ctx, itemIndex) {
		return await readSpan(ctx, itemIndex, MAX_DAYS);
	},
};
