import { weChatDownload } from '../../../shared/transport/request';
import { flag, text } from '../../../shared/operations/fields';
import { fileResult, outputDataFieldName } from '../binary';
import { itemOperation } from '../operation';

export const getTemporary = itemOperation({
	option: {
		name: 'Get Temporary',
		value: 'get',
		action: 'Get temporary media',
		description: 'Download a file that a follower sent or that was uploaded',
	},
	endpoints: ['GET /cgi-bin/media/get', 'GET /cgi-bin/media/get/jssdk'],
	limits: 'high-quality voice: verified accounts only',
	fields: {
		mediaId: text('Media ID'),
		outputDataFieldName,
		isHighQuality: flag(
			'High-Quality Voice',
			false,
			'Whether to get a recording that was uploaded through JS-SDK in high quality (speex, 16 kHz); needs a verified account',
		),
	},
	async execute(ctx, { mediaId, outputDataFieldName, isHighQuality }) {
		const answer = await weChatDownload(ctx, {
			method: 'GET',
			path: isHighQuality ? '/cgi-bin/media/get/jssdk' : '/cgi-bin/media/get',
			query: { media_id: mediaId },
		});
		if ('file' in answer)
			return await fileResult(ctx, outputDataFieldName, answer.file, { mediaId });
		return { mediaId, videoUrl: answer.json.video_url ?? null };
	},
});
