import { post } from '../call';
import { imagePostForm, imagePostFromForm } from './article';
import type { ItemOperation } from '../operation';

export const createImagePost: ItemOperation = {
	option: {
		name: 'Create Image Post',
		value: 'createImagePost',
		action: 'Create image post',
		description: 'Create a draft that consists of pictures (贴图)',
	},
	endpoints: ['POST /cgi-bin/draft/add'],
	limits: '1,000 a day',
	properties: imagePostForm,
	async execute(ctx, itemIndex) {
		const articles = [imagePostFromForm(ctx, itemIndex)];
		const { media_id: mediaId } = await post(ctx, '/cgi-bin/draft/add', { articles });
		return { mediaId };
	},
};
