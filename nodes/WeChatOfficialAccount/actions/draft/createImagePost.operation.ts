import { post } from '../call';
import { itemOperation } from '../operation';
import { imagePostFields, imagePostOfForm } from './article';

export const createImagePost = itemOperation({
	option: {
		name: 'Create Image Post',
		value: 'createImagePost',
		action: 'Create image post',
		description: 'Create a draft that consists of pictures (贴图)',
	},
	endpoints: ['POST /cgi-bin/draft/add'],
	limits: '1,000 a day',
	onlyOnce: { what: 'Image post', isRepeatable: false },
	wording: { level: 'warn', texts: ({ title, content }) => [title, content] },
	fields: imagePostFields,
	async execute(ctx, values) {
		const articles = [imagePostOfForm(values)];
		const { media_id: mediaId } = await post(ctx, '/cgi-bin/draft/add', { articles });
		return { mediaId };
	},
});
