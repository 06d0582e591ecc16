import { inputDataFieldName, readFile } from '../binary';
import { itemOperation } from '../operation';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { uploadArticleImage as upload } from './upload';

export const uploadArticleImage = itemOperation({
	option: {
		name: 'Upload Article Image',
		value: 'uploadArticleImage',
		action: 'Upload image for article',
		description: 'Upload an image to be used inside the content of an article',
	},
	endpoints: ['POST /cgi-bin/media/uploadimg'],
	limits: '1 MB, jpg or png',
	// A second copy that no article shows counts towards no limit.
	onlyOnce: { what: 'Image of an article', isRepeatable: true },
	fields: { inputDataFieldName: inputDataFieldName() },
	async execute(ctx, { inputDataFieldName: field }, itemIndex) {
		const file = await readFile(ctx, itemIndex, field, 'media', MEDIA_RULES.articleImage);
		return { url: await upload(ctx, file) };
	},
});
