import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';
import { field, type Changes, type Field } from '../../../shared/operations/fields';
import { checkArticle, checkImages, MAX_ARTICLES, MAX_CONTENT, nameOf } from './articleLimits';
import type { WrittenArticle } from './compose';
import { inJson } from './define';

const FORMAT =
	'Give a list of articles in the format of WeChat: [{ "title": …, "content": …, "thumb_media_id": … }].';

/** What the JSON says; undefined when it is none. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isArticle = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list, the one article of it, the body of WeChat's call, or a draft as it is read. */
function listOf(value: unknown, label: string): IDataObject[] {
	const given = typeof value === 'string' ? parse(value) : value;
	const list: unknown = isArticle(given) ? (given.articles ?? given.news_item ?? given) : given;
	const articles: unknown[] = Array.isArray(list) ? list : [list];
	if (articles.length > 0 && articles.every(isArticle)) return articles;
	throw new UserInputError(`'${label}' is not JSON with a list of articles`, FORMAT);
}

function imagesOf({ image_info: info }: IDataObject): unknown[] {
	const list = isArticle(info) ? info.image_list : undefined;
	return Array.isArray(list) ? list : [];
}

function writtenOf(article: IDataObject, name: string): WrittenArticle {
	const { content, ...rest } = article;
	const body = checkArticle(rest, name);
	const text = typeof content === 'string' ? content : '';
	if (article.article_type !== 'newspic') return { body, text };
	checkImages(imagesOf(article).length, `'image_list'${name}`);
	return { body: { ...body, content: atMost(`Content${name}`, text, MAX_CONTENT) } };
}

function articlesOf(label: string, maximum: number, changes: Changes): Field<WrittenArticle[]> {
	const property = { displayName: label, default: '[]', required: true, ...changes };
	return field({ ...property, type: 'json' }, (value) => {
		const articles = listOf(value, label);
		if (articles.length > maximum) {
			throw new UserInputError(
				`'${label}' holds ${articles.length} articles; ${maximum} can be given`,
				maximum === 1 ? 'Update them one by one.' : 'Split them into several drafts.',
			);
		}
		return articles.map((article, position) =>
			writtenOf(article, nameOf(position, articles.length)),
		);
	});
}

/** Articles in WeChat's own format; what WeChat would refuse for its length is told before the call. */
export const articlesJson = articlesOf('Articles', MAX_ARTICLES, {
	...inJson,
	description: 'A list of articles in the format of WeChat',
});

/** One of them. */
export const articleJson = articlesOf('Article', 1, {
	...inJson,
	description: 'The article in the format of WeChat',
});
