import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { choice } from '../../../shared/operations/fields';
import { limit } from '../../descriptions/common';
import { offsetPages } from '../../../shared/transport/offsetPages';
import { post } from '../call';
import { itemOperation } from '../operation';

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many media',
		description: 'Get many files of the material library',
	},
	endpoints: ['POST /cgi-bin/material/batchget_material'],
	limits: '20 per call',
	fields: {
		mediaType: choice(
			'Media Type',
			[
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
				{ name: 'Voice', value: 'voice' },
			],
			'image',
		),
		limit,
	},
	async execute(ctx, { mediaType: type, limit }) {
		const materials = await offsetPages(
			async (offset, count) =>
				await post(ctx, '/cgi-bin/material/batchget_material', { type, offset, count }, true),
			limit,
		);
		return materials.map(({ media_id: mediaId, name, update_time: time, url }) => ({
			mediaId,
			name,
			url: url ?? null,
			updatedAt: isoFromSeconds(Number(time)),
		}));
	},
});
