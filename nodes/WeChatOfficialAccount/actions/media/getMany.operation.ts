import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { limitOf, offsetPages, returnAllFields } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many media',
		description: 'Get many files of the material library',
	},
	endpoints: ['POST /cgi-bin/material/batchget_material'],
	limits: '20 per call',
	properties: [
		{
			displayName: 'Media Type',
			name: 'mediaType',
			type: 'options',
			options: [
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
				{ name: 'Voice', value: 'voice' },
			],
			default: 'image',
		},
		...returnAllFields,
	],
	async execute(ctx, itemIndex) {
		const type = String(ctx.getNodeParameter('mediaType', itemIndex));
		const materials = await offsetPages(
			async (offset, count) =>
				await post(ctx, '/cgi-bin/material/batchget_material', { type, offset, count }, true),
			limitOf(ctx, itemIndex),
		);
		return materials.map(({ media_id: mediaId, name, update_time: time, url }) => ({
			mediaId,
			name,
			url: url ?? null,
			updatedAt: isoFromSeconds(Number(time)),
		}));
	},
};
