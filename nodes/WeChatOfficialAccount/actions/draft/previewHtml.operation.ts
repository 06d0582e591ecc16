import { itemOperation } from '../operation';
import { UserInputError } from '../../../shared/inputError';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { renderArticle } from '../../engine/article/render';
import { lengthWarnings } from './articleLimits';
import { contentField, contentFormat, lookFields, lookOf } from './look';
import { gatherPictures } from './pictures/gather';

export const previewHtml = itemOperation({
	option: {
		name: 'Preview HTML',
		value: 'previewHtml',
		action: 'Preview HTML of draft',
		description: 'Get what becomes of Markdown or HTML, without calling WeChat',
	},
	endpoints: [],
	fields: { contentFormat, content: contentField({ required: true }), ...lookFields },
	async execute(ctx, values, itemIndex) {
		const { content: text } = values;
		if (text.trim() === '') throw new UserInputError("'Content' is empty", "Fill in 'Content'.");
		const look = lookOf(values.contentFormat, values);
		const page = renderArticle({ ...look, label: 'Content', text });
		// Pictures on the web are shown from there; those of the item are written into the page.
		const inItem = page.pictures.filter(({ place }) => !('address' in place));
		const rule = MEDIA_RULES.articleImage;
		const wanted = inItem.map((picture) => ({ picture, rule }));
		const files = await gatherPictures(ctx, itemIndex, wanted);
		const addresses = new Map<string, string>();
		for (const [source, file] of files) {
			if (!('data' in file)) continue;
			addresses.set(source, `data:${file.contentType};base64,${file.data.toString('base64')}`);
		}
		return {
			html: page.toHtml(addresses),
			pictures: page.pictures.length,
			warnings: [...page.warnings, ...lengthWarnings({ content: page.toHtml(new Map()) }, '')],
		};
	},
});
