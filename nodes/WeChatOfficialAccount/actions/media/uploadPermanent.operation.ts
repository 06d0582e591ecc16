import { writeJson } from '../../../shared/json';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { optionalText, text } from '../../../shared/operations/fields';
import { weChatRequest } from '../../../shared/transport/request';
import { inputDataFieldName, readFile } from '../binary';
import { itemOperation } from '../operation';
import { mediaType } from './mediaType';

const forVideos = { displayOptions: { show: { mediaType: ['video'] } } };

export const uploadPermanent = itemOperation({
	option: {
		name: 'Upload Permanent',
		value: 'uploadPermanent',
		action: 'Upload permanent media',
		description: 'Upload a file to the material library',
	},
	endpoints: ['POST /cgi-bin/material/add_material'],
	limits: '100,000 images, 1,000 of the other kinds',
	onlyOnce: { what: 'Permanent media', isRepeatable: false },
	wording: {
		level: 'warn',
		texts: (values) =>
			values.mediaType === 'video' ? [values.videoTitle, values.videoIntroduction] : [],
	},
	fields: {
		mediaType,
		inputDataFieldName: inputDataFieldName(),
		// n8n would ask for a required title of every file whose type is an expression.
		videoTitle: text('Video Title', { ...forVideos, required: false }),
		videoIntroduction: optionalText('Video Introduction', forVideos),
	},
	async execute(ctx, values, itemIndex) {
		const { mediaType: type, inputDataFieldName: field } = values;
		const multipart = [await readFile(ctx, itemIndex, field, 'media', MEDIA_RULES[type])];
		if (type === 'video') {
			const { videoTitle: title, videoIntroduction: introduction } = values;
			multipart.push({ name: 'description', value: writeJson({ title, introduction }) });
		}
		const { media_id: mediaId, url } = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/material/add_material',
			query: { type },
			multipart,
		});
		return { mediaId, mediaType: type, url: url ?? null };
	},
});
