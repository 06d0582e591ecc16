import { readSpan, spanFields } from './span';
import type { ItemOperation } from '../operation';

/** Most days that WeChat gives in one call. */
const MAX_DAYS = {
	getbizsummary: 30,
	getarticletotaldetail: 1,
	getarticleread: 1,
	getarticleshare: 1,
};

export const getArticles: ItemOperation = {
	option: {
		name: 'Get Articles',
		value: 'getArticles',
		action: 'Get article statistics',
		description: 'Get reads, shares and comments of articles',
	},
	endpoints: [
		'POST /datacube/getbizsummary',
		'POST /datacube/getarticletotaldetail',
		'POST /datacube/getarticleread',
		'POST /datacube/getarticleshare',
	],
	limits:
		'getbizsummary 30 days per call; getarticletotaldetail 1 days per call; getarticleread 1 days per call; getarticleshare 1 days per call',
	properties: spanFields([
		{ name: 'Account Summary', value: 'getbizsummary' },
		{ name: 'Articles in Detail', value: 'getarticletotaldetail' },
		{ name: 'Reads', value: 'getarticleread' },
		{ name: 'Shares', value: 'getarticleshare' },
	]),
	async execute(ctx, itemIndex) {
		return await readSpan(ctx, itemIndex, MAX_DAYS);
	},
};
