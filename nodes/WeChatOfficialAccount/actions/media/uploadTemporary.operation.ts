import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { weChatRequest } from '../../../shared/transport/request';
import { inputDataFieldName, readFile } from '../binary';
import { itemOperation } from '../operation';
import { mediaType } from './mediaType';

export const uploadTemporary = itemOperation({
	option: {
		name: 'Upload Temporary',
		value: 'uploadTemporary',
		action: 'Upload temporary media',
		description: 'Upload a file that WeChat keeps for three days, for messages',
	},
	endpoints: ['POST /cgi-bin/media/upload'],
	limits: 'image 10 MB, voice 2 MB, video 10 MB, thumbnail 64 KB',
	// A second copy that nobody uses expires by itself.
	onlyOnce: { what: 'Temporary media', isRepeatable: true },
	fields: { mediaType, inputDataFieldName: inputDataFieldName() },
	async execute(ctx, { mediaType: type, inputDataFieldName: field }, itemIndex) {
		const answer = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/upload',
			query: { type },
			multipart: [await readFile(ctx, itemIndex, field, 'media', MEDIA_RULES[type])],
		});
		const mediaId = answer.media_id ?? answer.thumb_media_id;
		return { mediaId, mediaType: type, createdAt: isoFromSeconds(Number(answer.created_at)) };
	},
});
