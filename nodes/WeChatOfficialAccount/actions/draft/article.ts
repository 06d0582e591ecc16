import type { IDataObject } from 'n8n-workflow';
import { atMost } from '../../../shared/limits';
import { splitList } from '../../../shared/text/list';
import {
	flag,
	mapped,
	optionalText,
	rows,
	text,
	writtenText,
	type Changes,
	type ValuesOf,
} from '../../../shared/operations/fields';
import { additional } from '../../descriptions/common';
import { cover } from '../../descriptions/locators';
import { checkArticle, checkImages, MAX_ARTICLES, MAX_CONTENT, nameOf } from './articleLimits';
import type { WrittenArticle } from './compose';
import { articleCrops, coverCrops, cropList, imagePostCrops } from './crops';
import { inForm } from './define';
import { contentField } from './look';

const TITLE = { hint: 'Up to 64 characters' };

const commentFields = {
	followersOnly: flag('Comments From Followers Only', false, 'Whether only followers may comment'),
	openComments: flag('Open Comments', false, 'Whether people may comment on the article'),
};

const productKey = optionalText('Product Key', {
	description: 'Shows a product below the article; Draft > Get Product Card gives the key',
});

const textFields = {
	author: optionalText('Author', { hint: 'Up to 16 characters' }),
	digest: optionalText('Digest', {
		hint: 'Up to 120 characters',
		description: 'Shown below the title. Left empty, WeChat takes the first words.',
	}),
	contentSourceUrl: optionalText('Original URL', {
		description: "Opens with 'Read more' (阅读原文)",
	}),
};

const COVER: Changes = {
	required: false,
	description: 'Left empty, the first picture of the text becomes the cover',
};

/** The fields of one article. */
export const articleFields = {
	title: writtenText('Title', { ...TITLE, ...inForm }),
	content: contentField({ required: true, ...inForm }),
	thumbMediaId: cover({ ...COVER, ...inForm }),
};

/** What an article may have besides. */
export const articleOptions = additional(
	{
		author: textFields.author,
		followersOnly: commentFields.followersOnly,
		coverCrops,
		digest: textFields.digest,
		openComments: commentFields.openComments,
		contentSourceUrl: textFields.contentSourceUrl,
		productKey,
	},
	inForm,
);

/** The articles below the first of a draft. */
export const moreArticles = rows(
	'More Articles',
	['article', 'Article'],
	{
		title: writtenText('Title', TITLE),
		content: contentField(),
		thumbMediaId: cover(COVER),
		...textFields,
		...commentFields,
	},
	{
		...inForm,
		placeholder: 'Add Article',
		description: `A draft holds up to ${MAX_ARTICLES} articles, all in the same format`,
	},
);

/** The fields of an image post (贴图). */
export const imagePostFields = {
	title: writtenText('Title', TITLE),
	content: optionalText('Text', { typeOptions: { rows: 4 } }),
	imageMediaIds: mapped(
		text('Image Media IDs', {
			hint: 'Up to 20 permanent images, comma-separated; the first is the cover',
		}),
		splitList,
	),
	additionalFields: additional({ ...commentFields, coverCrops: imagePostCrops, productKey }),
};

type Flags = { [Name in keyof typeof commentFields]: boolean | undefined };

const flagsOf = ({ openComments, followersOnly }: Flags): IDataObject => ({
	need_open_comment: openComments ? 1 : 0,
	only_fans_can_comment: followersOnly ? 1 : 0,
});

const productOf = (key = ''): IDataObject =>
	key ? { product_info: { footer_product_info: { product_key: key } } } : {};

type TextOptions = { [Name in keyof typeof textFields]: string | undefined };

interface FilledIn extends TextOptions, Flags {
	title: string;
	content: string;
	thumbMediaId: string;
}

function writtenOf(values: FilledIn, more: IDataObject, name: string): WrittenArticle {
	const article = {
		article_type: 'news',
		title: values.title,
		author: values.author ?? '',
		digest: values.digest ?? '',
		content_source_url: values.contentSourceUrl ?? '',
		...(values.thumbMediaId ? { thumb_media_id: values.thumbMediaId } : {}),
		...flagsOf(values),
		...more,
	};
	return { body: checkArticle(article, name), text: values.content };
}

type Options = ValuesOf<{ options: typeof articleOptions }>['options'];
type MoreArticles = ValuesOf<{ more: typeof moreArticles }>['more'];

/**
 * The articles of a draft as they are filled in.
 *
 * @throws UserInputError when a text is missing or longer than WeChat accepts
 */
export function articlesOfForm(
	{ title, content, thumbMediaId }: ValuesOf<typeof articleFields>,
	options: Options,
	more: MoreArticles = [],
): WrittenArticle[] {
	const { author, digest, contentSourceUrl, openComments, followersOnly } = options;
	const first = {
		...{ title, content, thumbMediaId },
		...{ author, digest, contentSourceUrl, openComments, followersOnly },
	};
	const own = { ...articleCrops(options.coverCrops ?? []), ...productOf(options.productKey) };
	const count = 1 + more.length;
	return [
		writtenOf(first, own, nameOf(0, count)),
		...more.map((values, position) => writtenOf(values, {}, nameOf(position + 1, count))),
	];
}

/** The image post as it is filled in. @throws UserInputError when something is missing or too much */
export function imagePostOfForm({
	title,
	content,
	imageMediaIds,
	additionalFields: options,
}: ValuesOf<typeof imagePostFields>): IDataObject {
	checkImages(imageMediaIds.length);
	return {
		...checkArticle({ article_type: 'newspic', title }, ''),
		content: atMost('Text', content, MAX_CONTENT),
		image_info: { image_list: imageMediaIds.map((image_media_id) => ({ image_media_id })) },
		...flagsOf(options),
		...cropList(options.coverCrops ?? []),
		...productOf(options.productKey),
	};
}
