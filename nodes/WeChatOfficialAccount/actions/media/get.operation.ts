import { weChatDownload } from '../../../shared/transport/request';
import { requiredText, textField } from '../../descriptions/fields';
import { fileOutputField, fileResult } from '../binary';
import type { ItemOperation } from '../operation';

export const getTemporary: ItemOperation = {
	option: {
		name: 'Get Temporary',
		value: 'get',
		action: 'Get temporary media',
		description: 'Download a file that a follower sent or that was uploaded',
	},
	endpoints: ['GET /cgi-bin/media/get', 'GET /cgi-bin/media/get/jssdk'],
	properties: [
		textField('Media ID', 'mediaId'),
		fileOutputField,
		{
			displayName: 'High-Quality Voice',
			name: 'isHighQuality',
			type: 'boolean',
			default: false,
			description:
				'Whether to get a recording that was uploaded through JS-SDK in high quality (speex, 16 kHz)',
		},
	],
	async execute(ctx, itemIndex) {
		const mediaId = requiredText(ctx, 'mediaId', 'Media ID', itemIndex);
		const isHighQuality = ctx.getNodeParameter('isHighQuality', itemIndex, false) === true;
		const answer = await weChatDownload(ctx, {
			method: 'GET',
			path: isHighQuality ? '/cgi-bin/media/get/jssdk' : '/cgi-bin/media/get',
			query: { media_id: mediaId },
		});
		if ('file' in answer) return await fileResult(ctx, itemIndex, answer.file, { mediaId });
		return { mediaId, videoUrl: answer.json.video_url ?? null };
	},
};
