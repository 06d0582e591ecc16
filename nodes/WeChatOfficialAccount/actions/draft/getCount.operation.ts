import { get } from '../call';
import { itemOperation } from '../operation';

export const getCount = itemOperation({
	option: {
		name: 'Get Count',
		value: 'getCount',
		action: 'Get count of drafts',
	},
	endpoints: ['GET /cgi-bin/draft/count'],
	fields: {},
	async execute(ctx) {
		const { total_count: count = 0 } = await get(ctx, '/cgi-bin/draft/count');
		return { count };
	},
});
