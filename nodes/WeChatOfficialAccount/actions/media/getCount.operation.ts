import { get } from '../call';
import { itemOperation } from '../operation';

export const getCount = itemOperation({
	option: {
		name: 'Get Count',
		value: 'getCount',
		action: 'Get count of media',
	},
	endpoints: ['GET /cgi-bin/material/get_materialcount'],
	fields: {},
	async execute(ctx) {
		const counts = await get(ctx, '/cgi-bin/material/get_materialcount');
		return {
			voice: counts.voice_count,
			video: counts.video_count,
			image: counts.image_count,
			news: counts.news_count,
		};
	},
});
