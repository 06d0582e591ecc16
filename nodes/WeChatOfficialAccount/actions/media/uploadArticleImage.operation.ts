import { weChatRequest } from '../../../shared/transport/request';
import { MEDIA_RULES, fileField, readFile } from '../binary';
import type { ItemOperation } from '../operation';

export const uploadArticleImage: ItemOperation = {
	option: {
		name: 'Upload Article Image',
		value: 'uploadArticleImage',
		action: 'Upload image for article',
		description: 'Upload an image to be used inside the content of an article',
	},
	endpoints: ['POST /cgi-bin/media/uploadimg'],
	limits: '1 MB, jpg or png',
	properties: [fileField],
	async execute(ctx, itemIndex) {
		const { url } = await weChatRequest(ctx, {
			method: 'POST',
			path: '/cgi-bin/media/uploadimg',
			multipart: [await readFile(ctx, itemIndex, 'media', MEDIA_RULES.articleImage)],
		});
		return { url };
	},
};
