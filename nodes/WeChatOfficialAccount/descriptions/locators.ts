import { parseArticleRef, type ArticleRef } from '../../shared/article/articleRef';
import { UserInputError } from '../../shared/inputError';
import {
	byId,
	field,
	fromList,
	group,
	integer,
	locator,
	way,
	type Changes,
	type Field,
} from '../../shared/operations/fields';

/* Pickers for what an account has. */

const MEDIA_ID = byId('e.g. 6B6scMBcDx-F0mVQo8nTBCSnsg5rLFe_rm6YLrYm5WsJ');
const SENDABLE = {
	...MEDIA_ID,
	hint: 'From Media > Upload, or the MediaId of a message of the last three days',
};

export const draft = (changes?: Changes): Field<string> =>
	locator(
		'Draft',
		[
			fromList('searchDrafts'),
			{ ...MEDIA_ID, hint: 'The mediaId from Draft > Create or Get Many' },
		],
		changes,
	);

export const publishedArticle = (changes?: Changes): Field<string> =>
	locator(
		'Article',
		[
			fromList('searchPublishedArticles'),
			byId(
				'e.g. b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvyWP4Hq4',
				'The articleId from Publish > Get Status or Get Many',
			),
		],
		changes,
	);

/** Any file of the material library. */
export const material = (changes?: Changes): Field<string> =>
	locator('Media', [fromList('searchMaterials'), MEDIA_ID], changes);

export const image = (changes?: Changes): Field<string> =>
	locator('Image', [fromList('searchImages'), SENDABLE], changes);

export const voice = (changes?: Changes): Field<string> =>
	locator('Voice', [fromList('searchVoices'), SENDABLE], changes);

export const video = (changes?: Changes): Field<string> =>
	locator('Video', [fromList('searchVideos'), SENDABLE], changes);

export const thumbnail = (changes?: Changes): Field<string> =>
	locator(
		'Thumbnail',
		[fromList('searchImages'), { ...MEDIA_ID, hint: 'A small image, from Media > Upload' }],
		changes,
	);

export const cover = (changes?: Changes): Field<string> =>
	locator(
		'Cover',
		[
			fromList('searchImages'),
			{ ...MEDIA_ID, hint: 'A permanent image, from Media > Upload Permanent' },
		],
		changes,
	);

export const kfAccount = (changes?: Changes): Field<string> =>
	locator(
		'Customer Service Account',
		[fromList('searchKfAccounts'), byId('e.g. anna@gh_account')],
		changes,
	);

/** How a person names a tag. */
export interface TagChoice {
	by: 'id' | 'name';
	/** Never empty. */
	value: string;
}

export const tag = (changes: Changes = {}): Field<TagChoice> =>
	field(
		{
			displayName: 'Tag',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			modes: [
				fromList('searchTags'),
				way('By Name', 'name', { type: 'string', placeholder: 'e.g. 活跃用户' }),
				{
					...byId('e.g. 101'),
					validation: [
						{
							type: 'regex',
							properties: { regex: '\\d+', errorMessage: 'A tag ID consists of digits' },
						},
					],
				},
			],
			...changes,
		},
		(stored) => {
			const isLocator = typeof stored === 'object' && stored !== null && 'value' in stored;
			const value = String((isLocator ? stored.value : stored) ?? '').trim();
			if (value === '') throw new UserInputError("'Tag' is empty", 'Choose a tag.');
			const isName = isLocator && 'mode' in stored && stored.mode === 'name';
			if (isName || /^\d+$/.test(value)) return { by: isName ? 'name' : 'id', value };
			throw new UserInputError(
				`'${value}' is not a tag ID`,
				"Choose the tag 'From List', or 'By Name'.",
			);
		},
	);

/** Which article: from the list of recent ones, by its ID, or by its long URL. */
export const article: Field<ArticleRef> = group(
	{
		article: locator(
			'Article',
			[
				fromList('searchArticles', 'Articles of the last seven days, today not included'),
				byId(
					'e.g. 2247490098',
					'The msg_data_id, e.g. from a broadcast or from the comment trigger',
				),
				way('By URL', 'url', {
					type: 'string',
					placeholder: 'e.g. https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=1&sn=ab12',
					hint: 'The long URL with mid= and idx=',
				}),
			],
			{ description: 'The article that was commented on' },
		),
		index: integer('Article Position', [0, 7], {
			displayOptions: { show: { '/article.mode': ['id'] } },
			description: 'Position of the article in its publication, counted from 0',
		}),
	},
	// The index is asked for by ID only; a URL and the list tell it themselves.
	(values) => parseArticleRef(values.article, values.index),
);
