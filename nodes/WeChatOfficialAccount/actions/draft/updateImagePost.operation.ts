import { draft } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';
import { imagePostFields, imagePostOfForm } from './article';
import { articleIndex } from './articleIndex';

export const updateImagePost = itemOperation({
	option: {
		name: 'Update Image Post',
		value: 'updateImagePost',
		action: 'Update image post',
		description: 'Replace an image post (贴图) of a draft; it stays one',
	},
	endpoints: ['POST /cgi-bin/draft/update'],
	limits: '1,000 a day',
	onlyOnce: {
		what: 'Update of an image post',
		isRepeatable: true,
		target: ({ mediaId, articleIndex }) => `${mediaId}-${articleIndex}`,
	},
	wording: { level: 'warn', texts: ({ title, content }) => [title, content] },
	fields: { mediaId: draft(), articleIndex, ...imagePostFields },
	async execute(ctx, values) {
		const { mediaId, articleIndex: index } = values;
		const articles = imagePostOfForm(values);
		await post(ctx, '/cgi-bin/draft/update', { media_id: mediaId, index, articles });
		return { mediaId, index, updated: true };
	},
});
