import { isoFromSeconds } from '../../../shared/calendar/shanghaiDay';
import { weChatRequest } from '../../../shared/transport/request';
import { MEDIA_RULES, fileField, readFile } from '../binary';
import type { ItemOperation } from '../operation';
import { mediaTypeField } from './mediaType';

export const uploadTemporary: ItemOperation = {
	option: {
		name: 'Upload Temporary',
		value: 'uploadTemporary',
		action: 'Upload temporary media',
		description: 'Upload a file that WeChat keeps for three days, for messages',
	},
	endpoints: ['POST /cgi-bin/media/upload'],
	limits: 'image 10 MB, voice 2 MB, video 10 MB, thumbnail 64 KB',
	properties: [mediaTypeField, fileField],
	async execute(ctx, itemIndex) {
		const type = String(ctx.getNodeParameter('mediaType', itemIndex));
		const answer = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/upload',
			query: { type },
			multipart: [await readFile(ctx, itemIndex, 'media', MEDIA_RULES[type])],
		});
		const mediaId = answer.media_id ?? answer.thumb_media_id;
		return { mediaId, mediaType: type, createdAt: isoFromSeconds(Number(answer.created_at)) };
	},
};
