import { weChatDownload } from '../../../shared/transport/request';
import { material } from '../../descriptions/locators';
import { fileResult, outputDataFieldName } from '../binary';
import { itemOperation } from '../operation';

export const getPermanent = itemOperation({
	option: {
		name: 'Get Permanent',
		value: 'getPermanent',
		action: 'Get permanent media',
		description: 'Download a file of the material library',
	},
	endpoints: ['POST /cgi-bin/material/get_material'],
	fields: { mediaId: material(), outputDataFieldName },
	async execute(ctx, { mediaId, outputDataFieldName }) {
		const answer = await weChatDownload(ctx, {
			method: 'POST',
			path: '/cgi-bin/material/get_material',
			body: { media_id: mediaId },
			safe: true,
		});
		if ('file' in answer)
			return await fileResult(ctx, outputDataFieldName, answer.file, { mediaId });
		const { title = null, description = null, down_url: videoUrl = null } = answer.json;
		return { mediaId, title, description, videoUrl };
	},
});
