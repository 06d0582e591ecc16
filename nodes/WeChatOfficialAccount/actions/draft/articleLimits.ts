import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';

/** WeChat: draft/add. Lengths in characters; more is refused. */
const MAX_TITLE = 64;
const MAX_AUTHOR = 16;
const MAX_DIGEST = 120;
const MAX_SOURCE_URL_BYTES = 1_024;
export const MAX_CONTENT = 100_000;

/** What WeChat's page says, though more is accepted. */
const USUAL_TITLE = 32;
const USUAL_CONTENT = 20_000;

/** A draft holds up to eight articles. */
export const MAX_ARTICLES = 8;
const MAX_IMAGES = 20;

/** An article in WeChat's own format. */
export type ArticleBody = IDataObject & { title: string };

/** How an article is called in messages: nothing for the only one. */
export const nameOf = (position: number, count: number): string =>
	count === 1 ? '' : ` of article ${position + 1}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Holds the short texts of an article against WeChat's limits.
 *
 * @param name of the article, see `nameOf`
 * @throws UserInputError when one is missing or longer than WeChat accepts
 */
export function checkArticle(article: IDataObject, name: string): ArticleBody {
	const title = textOf(article.title).trim();
	if (title === '') throw new UserInputError(`'Title'${name} is empty`, "Fill in 'Title'.");
	atMost(`Title${name}`, title, MAX_TITLE);
	atMost(`Author${name}`, textOf(article.author), MAX_AUTHOR);
	atMost(`Digest${name}`, textOf(article.digest), MAX_DIGEST);
	const url = textOf(article.content_source_url);
	atMost(`Original URL${name}`, url, MAX_SOURCE_URL_BYTES, 'bytes');
	return { ...article, title };
}

/** Holds the number of pictures of an image post against WeChat's limit. @throws UserInputError */
export function checkImages(count: number, label = "'Image Media IDs'"): void {
	if (count >= 1 && count <= MAX_IMAGES) return;
	throw new UserInputError(
		`${label} holds ${count} images`,
		`An image post holds 1 to ${MAX_IMAGES}.`,
	);
}

/** What is longer than WeChat's page says, in words. */
export function lengthWarnings({ title, content }: IDataObject, name: string): string[] {
	const warnings: string[] = [];
	const tell = (label: string, value: unknown, usual: number) => {
		const length = [...textOf(value)].length;
		if (length <= usual) return;
		warnings.push(
			`'${label}'${name} has ${length} characters; WeChat's page says ${usual}, though more has been accepted`,
		);
	};
	tell('Title', title, USUAL_TITLE);
	tell('Content', content, USUAL_CONTENT);
	return warnings;
}
