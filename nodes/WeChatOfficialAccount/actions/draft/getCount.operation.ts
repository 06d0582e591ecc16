import { get } from '../call';
import type { ItemOperation } from '../operation';

export const getCount: ItemOperation = {
	option: {
		name: 'Get Count',
		value: 'getCount',
		action: 'Get count of drafts',
	},
	endpoints: ['GET /cgi-bin/draft/count'],
	properties: [],
	async execute(ctx) {
		const { total_count: count = 0 } = await get(ctx, '/cgi-bin/draft/count');
		return { count };
	},
};
