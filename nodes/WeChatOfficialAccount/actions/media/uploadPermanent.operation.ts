import { weChatRequest } from '../../../shared/transport/request';
import { requiredText, textField } from '../../descriptions/fields';
import { MEDIA_RULES, fileField, readFile } from '../binary';
import type { ItemOperation } from '../operation';
import { mediaTypeField } from './mediaType';

export const uploadPermanent: ItemOperation = {
	option: {
		name: 'Upload Permanent',
		value: 'uploadPermanent',
		action: 'Upload permanent media',
		description: 'Upload a file to the material library',
	},
	endpoints: ['POST /cgi-bin/material/add_material'],
	limits: '100,000 images, 1,000 of the other kinds',
	properties: [
		mediaTypeField,
		fileField,
		textField('Video Title', 'videoTitle', { displayOptions: { show: { mediaType: ['video'] } } }),
		textField('Video Introduction', 'videoIntroduction', {
			required: false,
			displayOptions: { show: { mediaType: ['video'] } },
		}),
	],
	async execute(ctx, itemIndex) {
		const type = String(ctx.getNodeParameter('mediaType', itemIndex));
		const multipart = [await readFile(ctx, itemIndex, 'media', MEDIA_RULES[type])];
		if (type === 'video') {
			const title = requiredText(ctx, 'videoTitle', 'Video Title', itemIndex);
			const introduction = String(ctx.getNodeParameter('videoIntroduction', itemIndex, ''));
			multipart.push({ name: 'description', value: JSON.stringify({ title, introduction }) });
		}
		const { media_id: mediaId, url } = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/material/add_material',
			query: { type },
			multipart,
		});
		return { mediaId, mediaType: type, url: url ?? null };
	},
};
