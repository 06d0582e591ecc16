import { weChatDownload } from '../../../shared/transport/request';
import { materialPicker, picked } from '../../descriptions/pickers';
import { fileOutputField, fileResult } from '../binary';
import type { ItemOperation } from '../operation';

export const getPermanent: ItemOperation = {
	option: {
		name: 'Get Permanent',
		value: 'getPermanent',
		action: 'Get permanent media',
		description: 'Download a file of the material library',
	},
	endpoints: ['POST /cgi-bin/material/get_material'],
	properties: [materialPicker, fileOutputField],
	async execute(ctx, itemIndex) {
		const mediaId = picked(ctx, materialPicker, itemIndex);
		const answer = await weChatDownload(ctx, {
			method: 'POST',
			path: '/cgi-bin/material/get_material',
			body: { media_id: mediaId },
			safe: true,
		});
		if ('file' in answer) return await fileResult(ctx, itemIndex, answer.file, { mediaId });
		const { title = null, description = null, down_url: videoUrl = null } = answer.json;
		return { mediaId, title, description, videoUrl };
	},
};
