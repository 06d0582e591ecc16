import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';
import { additionalFields, additionalOf, requiredText, textField } from '../../descriptions/fields';
import { coverPicker, picked } from '../../descriptions/pickers';

/** WeChat: draft/add. Lengths in characters. */
const MAX_TITLE = 64;
const MAX_AUTHOR = 16;
const MAX_DIGEST = 120;
const MAX_CONTENT = 20_000;
const MAX_IMAGES = 20;

const commentOptions: INodeProperties[] = [
	{
		displayName: 'Comments From Followers Only',
		name: 'followersOnly',
		type: 'boolean',
		default: false,
		description: 'Whether only followers may comment',
	},
	{
		displayName: 'Open Comments',
		name: 'openComments',
		type: 'boolean',
		default: false,
		description: 'Whether people may comment on the article',
	},
];

const productOption: INodeProperties = {
	displayName: 'Product Key',
	name: 'productKey',
	type: 'string',
	default: '',
	description: 'Shows a product below the article; Draft > Get Product Card gives the key',
};

/** The fields of one article. */
export const articleForm: INodeProperties[] = [
	textField('Title', 'title', { hint: 'Up to 64 characters' }),
	textField('Content', 'content', {
		typeOptions: { rows: 6 },
		hint: 'HTML with fewer than 20,000 characters. Images have to come from Media > Upload Article Image.',
	}),
	coverPicker,
	additionalFields([
		{ displayName: 'Author', name: 'author', type: 'string', default: '' },
		...commentOptions,
		{
			displayName: 'Digest',
			name: 'digest',
			type: 'string',
			default: '',
			description: 'Shown below the title. Left empty, WeChat takes the first words.',
		},
		{
			displayName: 'Original URL',
			name: 'contentSourceUrl',
			type: 'string',
			default: '',
			description: "Opens with 'Read more' (阅读原文)",
		},
		productOption,
	]),
];

/** The fields of an image post (贴图). */
export const imagePostForm: INodeProperties[] = [
	textField('Title', 'title', { hint: 'Up to 64 characters' }),
	textField('Text', 'content', { typeOptions: { rows: 4 }, required: false }),
	textField('Image Media IDs', 'imageMediaIds', {
		hint: 'Up to 20 permanent images, comma-separated; the first is the cover',
	}),
	additionalFields([...commentOptions, productOption]),
];

function commentFlags({ openComments, followersOnly }: IDataObject): IDataObject {
	return {
		need_open_comment: openComments === true ? 1 : 0,
		only_fans_can_comment: followersOnly === true ? 1 : 0,
	};
}

function product({ productKey }: IDataObject): IDataObject {
	return productKey ? { product_info: { footer_product_info: { product_key: productKey } } } : {};
}

/** @throws UserInputError when something is missing or longer than WeChat accepts */
export function articleFromForm(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	const options = additionalOf(ctx, itemIndex);
	const content = requiredText(ctx, 'content', 'Content', itemIndex);
	return {
		article_type: 'news',
		title: atMost('Title', requiredText(ctx, 'title', 'Title', itemIndex), MAX_TITLE),
		author: atMost('Author', String(options.author ?? ''), MAX_AUTHOR),
		digest: atMost('Digest', String(options.digest ?? ''), MAX_DIGEST),
		content: atMost('Content', content, MAX_CONTENT),
		content_source_url: String(options.contentSourceUrl ?? ''),
		thumb_media_id: picked(ctx, coverPicker, itemIndex),
		...commentFlags(options),
		...product(options),
	};
}

/** @throws UserInputError when something is missing or more than WeChat accepts */
export function imagePostFromForm(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	const options = additionalOf(ctx, itemIndex);
	const ids = splitList(requiredText(ctx, 'imageMediaIds', 'Image Media IDs', itemIndex));
	if (ids.length > MAX_IMAGES) {
		throw new UserInputError(
			`'Image Media IDs' holds ${ids.length} images`,
			`An image post holds up to ${MAX_IMAGES}.`,
		);
	}
	return {
		article_type: 'newspic',
		title: atMost('Title', requiredText(ctx, 'title', 'Title', itemIndex), MAX_TITLE),
		content: atMost('Text', String(ctx.getNodeParameter('content', itemIndex, '')), MAX_CONTENT),
		image_info: { image_list: ids.map((image_media_id) => ({ image_media_id })) },
		...commentFlags(options),
		...product(options),
	};
}

/** The articles of a draft or publication, one result each. */
export function toArticles(entry: IDataObject, key: 'article_id' | 'media_id'): IDataObject[] {
	const { news_item: items = [] } = (entry.content ?? entry) as { news_item?: IDataObject[] };
	return items.map(({ title, author, digest, url, thumb_media_id }, index) => ({
		[key === 'media_id' ? 'mediaId' : 'articleId']: entry[key],
		index,
		title,
		author: author ?? '',
		digest: digest ?? '',
		url: url ?? '',
		thumbMediaId: thumb_media_id ?? null,
		updatedAt: entry.update_time ? new Date(Number(entry.update_time) * 1_000).toISOString() : null,
	}));
}
